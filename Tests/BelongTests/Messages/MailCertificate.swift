import NIOSSL

/// Who the mail server of the tests says it is. The key is known to everybody who reads this.
enum MailCertificate {
    static let pem = """
        -----BEGIN CERTIFICATE-----
        MIIBmDCCAT+gAwIBAgIUEd1SYZv+FZnO6hNdFCjKGiasZjMwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MB4XDTI2MTEyNTEzMDgzNloXDTQ2MTEyMDEz
        MDgzNlowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
        AQcDQgAEwmKvWxSgyuOAcZgr5V3FskXXsua+L8Ph4bSUPUFxmRQ3O0ji2XntqcyX
        chcW08hHBpKQGRraPAxKojWLOVi9kKNvMG0wHQYDVR0OBBYEFBXwaCwZWfCOdr3L
        L2n/WjZJic90MB8GA1UdIwQYMBaAFBXwaCwZWfCOdr3LL2n/WjZJic90MBoGA1Ud
        EQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
        BAMCA0cAMEQCIENWM8gaU5ib0faTvBYB063sFgeZkdJGKsBGq07KZp6+AiAPig51
        PM/sR10q/J7xAiBmiFfrHc3KGGKSJDPuEzRjCg==
        -----END CERTIFICATE-----
        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsT/rZtd8/E2UFP5B
        GRo+lbkmS/vdmSzyb/Gz9AB8td6hRANCAATCYq9bFKDK44BxmCvlXcWyRdey5r4v
        w+HhtJQ9QXGZFDc7SOLZee2pzJdyFxbTyEcGkpAZGto8DEqiNYs5WL2Q
        -----END PRIVATE KEY-----
        """

    static var server: TLSConfiguration {
        get throws {
            try .makeServerConfiguration(
                certificateChain: [.certificate(NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem))],
                privateKey: .privateKey(NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem))
            )
        }
    }

    static var trusted: NIOSSLTrustRoots {
        get throws { try .certificates([NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem)]) }
    }
}
