using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>An authority of the tests' own and the certificates of their servers, made anew in each run.</summary>
internal sealed class FaultCertificates : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public FaultCertificates()
    {
        var request = new CertificateRequest("CN=Authority of the tests", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Authority = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddYears(-2), TimeProvider.System.GetUtcNow().AddDays(2));
    }

    public X509Certificate2 Authority { get; }

    /// <summary>What the fetcher under test trusts: the authority alone.</summary>
    public X509ChainPolicy Trust() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { Authority },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    public X509Certificate2? For(FaultCertificate kind, string host)
    {
        if (kind == FaultCertificate.None)
        {
            return null;
        }
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Server of the tests", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(kind == FaultCertificate.WrongHost ? "other.test" : host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var until = kind == FaultCertificate.Expired ? now.AddDays(-1) : now.AddDays(1);
        using var signed = kind == FaultCertificate.SelfSigned
            ? request.CreateSelfSigned(now.AddDays(-30), until)
            : request.Create(Authority, now.AddDays(-30), until, [1, 2, 3, (byte)kind]);
        using var whole = signed.HasPrivateKey ? null : signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12((whole ?? signed).Export(X509ContentType.Pfx), null);
    }

    public void Dispose()
    {
        Authority.Dispose();
        _key.Dispose();
    }
}
