// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QByteArray>

#include <array>

namespace salesdesk
{

/// 32 bytes that seal the providers' keys (libsodium, XChaCha20-Poly1305). Wiped when destroyed.
class MasterKey final
{
public:
    static constexpr size_t Size = 32;

    /// A new random one.
    [[nodiscard]] static MasterKey generate();
    /// From the 32 bytes that were kept; InvalidArgument for any other length.
    [[nodiscard]] static Result<MasterKey> fromBytes(QByteArrayView bytes);
    MasterKey(const MasterKey &) = default;
    MasterKey &operator=(const MasterKey &) = default;
    ~MasterKey();

    /// For the key store alone.
    [[nodiscard]] QByteArray bytes() const;
    /// nonce + ciphertext of `secret`; `context` (the public ID of the provider) is authenticated with it.
    [[nodiscard]] QByteArray seal(QByteArrayView secret, QByteArrayView context) const;
    /// SecretUnavailable when it was sealed by another master key or altered.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const;

private:
    MasterKey() = default;
    std::array<unsigned char, Size> m_bytes{};
};

/// A key as it is made: shown once, then only its hash and its sealed form are kept.
struct NewKey {
    QString text;      ///< "sdk_" and 43 URL-safe characters (256 random bits)
    QByteArray sha256; ///< for the lookup
    QByteArray sealed; ///< for showing it again
    QString hint;      ///< see ApiKey::hint
};
[[nodiscard]] NewKey makeKey(const MasterKey &master, QByteArrayView providerPublicId);

/// "p_" and 22 URL-safe random characters.
[[nodiscard]] QString makePublicId();

/// SHA-256, 32 bytes.
[[nodiscard]] QByteArray sha256(QByteArrayView text);

} // namespace salesdesk
