using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;

namespace Stemma.Tests.Web;

/// <summary>An OpenID Connect provider on this machine: as much of it as the code flow needs, strict where a client could be lax.</summary>
internal sealed class FakeProvider : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly RSA _keys = RSA.Create(2048);
    private readonly Dictionary<string, (string Challenge, string RedirectUri, string Nonce, string Subject, string Name)> _codes = [];

    public FakeProvider()
    {
        for (var port = 40_000 + (Environment.ProcessId % 10_000); ; port++)
        {
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                _listener.Start();
                Authority = new Uri($"http://127.0.0.1:{port}/realm");
                break;
            }
            catch (HttpListenerException) when (port < 60_000)
            {
                // Taken; the next one.
            }
        }
        _ = ServeAsync();
    }

    public Uri Authority { get; }

    /// <summary>Changes the claims of the next token.</summary>
    public Action<Dictionary<string, object>>? Spoil { get; set; }

    /// <summary>Signs with keys that are not the provider's.</summary>
    public bool SignsWrongly { get; set; }

    public int Tokens { get; private set; }

    /// <summary>A person signs in there: gives the query with which the browser comes back.</summary>
    public string SignIn(Uri address, string subject, string name)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        Assert.Equal(("code", "stemma", "S256"), (query["response_type"], query["client_id"], query["code_challenge_method"]));
        Assert.Contains("openid", query["scope"]!, StringComparison.Ordinal);
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        _codes[code] = (query["code_challenge"]!, query["redirect_uri"]!, query["nonce"]!, subject, name);
        return $"?code={code}&state={Uri.EscapeDataString(query["state"]!)}";
    }

    public void Dispose()
    {
        _listener.Close();
        _keys.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                var (status, json) = Answer(context.Request.Url!.AbsolutePath, HttpUtility.ParseQueryString(await reader.ReadToEndAsync()));
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(json));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private (int Status, string Json) Answer(string path, System.Collections.Specialized.NameValueCollection form)
    {
        var parameters = _keys.ExportParameters(false);
        switch (path)
        {
            case "/realm/.well-known/openid-configuration":
                return (200, $$"""
                    {"issuer":"{{Authority}}","authorization_endpoint":"{{Authority}}/authorize","token_endpoint":"{{Authority}}/token","jwks_uri":"{{Authority}}/keys",
                    "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                    """);
            case "/realm/keys":
                return (200, $$"""{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"1","n":"{{Base64Url.EncodeToString(parameters.Modulus)}}","e":"{{Base64Url.EncodeToString(parameters.Exponent)}}"}]}""");
            case "/realm/token" when form["code"] is { } code && _codes.Remove(code, out var asked):
                var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? "")));
                if (proof != asked.Challenge || form["redirect_uri"] != asked.RedirectUri || form["client_secret"] != "the secret")
                {
                    return (400, """{"error":"invalid_grant"}""");
                }
                Tokens++;
                return (200, $$"""{"access_token":"a","token_type":"Bearer","expires_in":60,"id_token":"{{Token(asked.Nonce, asked.Subject, asked.Name)}}"}""");
            default:
                return (400, """{"error":"invalid_request"}""");
        }
    }

    private string Token(string nonce, string subject, string name)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Authority.ToString(), ["aud"] = "stemma", ["sub"] = subject, ["preferred_username"] = name, ["nonce"] = nonce, ["iat"] = now, ["exp"] = now + 300,
        };
        Spoil?.Invoke(claims);
        var signed = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT","kid":"1"}"""u8) + "." + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
        using var others = RSA.Create(2048);
        return signed + "." + Base64Url.EncodeToString((SignsWrongly ? others : _keys).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
