// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace salesdesk
{

/// Calls `then` with the answer on the thread of `context`, unless `context` is gone by then. Not
/// QFuture::then(context): in Qt 6.4 that one crashes when the context goes before the answer comes.
template <typename T, typename Then>
void whenFinished(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then] {
        watcher->deleteLater();
        const auto answer = watcher->future();
        if (answer.resultCount() > 0)
            then(answer.result());
    });
    watcher->setFuture(future);
}

} // namespace salesdesk
