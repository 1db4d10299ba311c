import CSodium
import Foundation

/// What libsodium does for us: passwords, digests, numbers nobody can guess.
/// The only file that knows it.
enum Sodium {
    private static let isReady = sodium_init() >= 0

    /// Argon2id over the password, 64 MiB and two passes (libsodium's
    /// *interactive* limits; OWASP asks for at least 19 MiB). Takes a tenth of a
    /// second of a core: never call it from a request's own thread.
    static func hash(password: String) -> String? {
        guard isReady else { return nil }
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let made = crypto_pwhash_str(
            &out,
            password,
            UInt64(password.utf8.count),
            UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
            Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)
        )
        return made == 0
            ? String(decoding: out.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }

    static func verify(password: String, against hash: String) -> Bool {
        isReady && crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
    }

    /// SHA-256 in hexadecimal.
    static func digest(_ text: String) -> String {
        var out = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&out, Array(text.utf8), UInt64(text.utf8.count))
        return out.hexadecimal
    }

    /// HMAC with SHA-256: shows that whoever wrote this text knows the key.
    static func seal(_ text: String, with key: String) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        var out = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_init(&state, Array(key.utf8), key.utf8.count)
        crypto_auth_hmacsha256_update(&state, Array(text.utf8), UInt64(text.utf8.count))
        crypto_auth_hmacsha256_final(&state, &out)
        return out
    }

    /// The first eight bytes of the digest, as a number.
    static func number(of text: String) -> Int64 {
        digest(text).prefix(16).utf8.reduce(0) { number, digit in
            number << 4 | Int64(digit > 57 ? digit - 87 : digit - 48)
        }
    }

    /// 256 bits that nobody can guess, for a session or a link.
    static func token() -> String {
        guard isReady else { return "" }
        var out = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&out, out.count)
        return out.hexadecimal
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(count * 2)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0F)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
