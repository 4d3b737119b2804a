using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Stemma.Alerting;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Alerting;

/// <summary>Web push against the examples that its standards print.</summary>
public sealed class PushEncryptionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_example_of_RFC_8291_gives_its_bytes()
    {
        var own = Bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var keys = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = EllipticPoint.Read(own),
        });
        var body = PushEncryption.Encrypt(
            "When I grow up, I want to be a watermelon"u8,
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Bytes("BTBZMqHH6r4Tts7J_aSIgg"), keys, Bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Fact]
    public void What_is_encrypted_only_the_browser_reads()
    {
        using var browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var secret = RandomNumberGenerator.GetBytes(16);
        var message = Encoding.UTF8.GetBytes(new string('ü', PushEncryption.MostBytes / 2));
        var body = PushEncryption.Encrypt(message, EllipticPoint.Of(browser.ExportParameters(false).Q), secret);
        Assert.True(body.Length <= 4096);
        Assert.Equal(message, PushReader.Decrypt(body, browser, secret));
        Assert.NotEqual(body, PushEncryption.Encrypt(message, EllipticPoint.Of(browser.ExportParameters(false).Q), secret));
    }

    [Theory]
    [InlineData(64, 4)]
    [InlineData(65, 3)]
    [InlineData(65, 4)]
    public void A_key_that_is_no_point_of_the_curve_is_refused(int length, byte first)
    {
        var key = new byte[length];
        key[0] = first;
        key[^1] = 7;
        Assert.ThrowsAny<CryptographicException>(() => PushEncryption.Encrypt("x"u8, key, new byte[16]));
    }

    [Fact]
    public void The_check_of_a_token_takes_the_example_of_RFC_8292()
    {
        // Section 2.4: the same check as below holds for a token of others.
        Assert.True(IsSigned(
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA",
            "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"));
    }

    [Fact]
    public async Task The_keys_are_made_once_and_sign_for_the_origin_of_the_service()
    {
        await using var folder = new StoreFolder();
        string before;
        using (var keys = await VapidKeys.LoadAsync(folder.Store, Cancel))
        {
            before = keys.PublicKey;
        }
        await folder.ReopenAsync();
        using var again = await VapidKeys.LoadAsync(folder.Store, Cancel);
        Assert.Equal(before, again.PublicKey);
        var value = again.Authorization(new Uri("https://push.example:8443/send/abc?x=1"), "mailto:news@farrow.example", StoreFolder.Now);
        Assert.StartsWith("vapid t=", value, StringComparison.Ordinal);
        var (token, key) = (value[8..value.IndexOf(',', StringComparison.Ordinal)], value[(value.IndexOf("k=", StringComparison.Ordinal) + 2)..]);
        Assert.Equal(before, key);
        Assert.True(IsSigned(token, key));
        Assert.Equal(
            $"{{\"aud\":\"https://push.example:8443\",\"exp\":{StoreFolder.Now.AddHours(12).ToUnixTimeSeconds()},\"sub\":\"mailto:news@farrow.example\"}}",
            Encoding.UTF8.GetString(Bytes(token.Split('.')[1])));
    }

    private static bool IsSigned(string token, string key)
    {
        using var keys = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = EllipticPoint.Read(Bytes(key)) });
        var end = token.LastIndexOf('.');
        return keys.VerifyData(Encoding.ASCII.GetBytes(token[..end]), Bytes(token[(end + 1)..]), HashAlgorithmName.SHA256);
    }

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
