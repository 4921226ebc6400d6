// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/testsender.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPromise>
#include <QUrl>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int AnswerTimeoutMs = 15000;

/// A receiver on all addresses is reached on this computer's own one.
QUrl reachable(const QString &base, const QByteArray &path)
{
    QUrl url(base);
    const QHostAddress address(url.host());
    if (address == QHostAddress(QHostAddress::AnyIPv4))
        url.setHost(u"127.0.0.1"_s);
    else if (address == QHostAddress(QHostAddress::AnyIPv6) || address == QHostAddress(QHostAddress::Any))
        url.setHost(u"::1"_s);
    url.setPath(QString::fromLatin1(path));
    return url;
}

} // namespace

TestSender::TestSender(QObject *parent)
    : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy); // it is this computer
}

QFuture<Result<int>> TestSender::send(const QString &base, const TestCall &call)
{
    auto promise = std::make_shared<QPromise<Result<int>>>();
    auto future = promise->future();
    promise->start();
    if (base.isEmpty()) {
        promise->addResult(Result<int>(ErrorCode::ShuttingDown,
                                       u"The receiver is not running: start it, then send the call."_s));
        promise->finish();
        return future;
    }
    QNetworkRequest request(reachable(base, call.path));
    request.setTransferTimeout(AnswerTimeoutMs);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto &[name, value] : call.headers)
        request.setRawHeader(name, value);
    auto *reply = m_network.post(request, call.body);
    // The certificate is ours, and made for the name that the senders use.
    connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); });
    connect(reply, &QNetworkReply::finished, reply, [reply, promise] {
        const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        promise->addResult(status.isValid()
                               ? Result<int>(status.toInt())
                               : Result<int>(ErrorCode::StorageFailed,
                                             u"There was no answer: %1."_s.arg(reply->errorString())));
        promise->finish();
        reply->deleteLater();
    });
    return future;
}

} // namespace salesdesk
