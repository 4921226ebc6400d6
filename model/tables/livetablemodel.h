// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/whenfinished.h"
#include "model/workspace.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

namespace salesdesk
{

/// What all lists of the window share: read in the background, refreshed when the workspace says that
/// something of theirs changed, but only while somebody looks and at most four times a second. Answers to
/// questions that were asked before the last reload are dropped. GUI thread; owned by a page.
class LiveTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveTableModel)
public:
    /// Nothing is read before it is active: a page sets it while it is shown.
    void setActive(bool active);
    /// Whether the first answer has come.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Asks anew at once; the old rows stay until the answer is there.
    void reload();

Q_SIGNALS:
    /// An answer was taken in.
    void loaded();
    /// A sentence for the page's banner.
    void failed(const QString &sentence);

protected:
    /// `interest`: which changes concern this list. Those of `lazy` alone refresh it every two seconds.
    LiveTableModel(Workspace &workspace, Changes interest, Changes lazy, QObject *parent);

    /// Asks for what may have changed.
    virtual void refresh() = 0;
    [[nodiscard]] Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] QTimeZone zone() const;
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /// Asks with `job` on the reading thread and hands the answer to `take` here, unless a reload came
    /// between.
    template <typename T, typename Take>
    void ask(std::function<Result<T>(Connection &)> job, Take take)
    {
        ++m_asked;
        whenFinished(m_workspace.read<T>(std::move(job)), this,
                     [this, generation = m_generation, take](const Result<T> &answer) {
                         --m_asked;
                         if (generation == m_generation) {
                             m_loaded = m_loaded || answer.ok();
                             if (answer.ok()) {
                                 take(*answer);
                                 Q_EMIT loaded();
                             } else {
                                 Q_EMIT failed(answer.error().detail);
                             }
                         }
                         if (m_asked == 0 && m_again)
                             schedule(generation == m_generation ? FastMs : 0);
                     });
    }

private:
    static constexpr int FastMs = 250;
    static constexpr int LazyMs = 2000;
    void onChanged(Changes changes);
    void schedule(int interval);
    void refreshNow();

    Workspace &m_workspace;
    Changes m_interest;
    Changes m_lazy;
    QTimer m_timer;
    QElapsedTimer m_sinceRefresh;
    quint64 m_generation = 0;
    int m_asked = 0;
    bool m_active = false;
    bool m_stale = true;
    bool m_again = false;
    bool m_loaded = false;
};

} // namespace salesdesk
