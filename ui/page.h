// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitystore.h"
#include "model/tables/livetablemodel.h"
#include "model/workspace.h"
#include "ui/banner.h"
#include "ui/icons.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSplitter;
class QVBoxLayout;

namespace salesdesk
{

/// A screen of the window: header (title, count, actions), banner, filter row, content. Its models are read
/// only while it is shown. GUI thread; owned by the window's stack.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)
public:
    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] Workspace &workspace() const { return m_workspace; }
    /// Ctrl+F.
    virtual void focusFilter();
    /// Puts `text` into the filter, where the page has one.
    virtual void showOnly(const QString &text);
    /// Esc: clears the filter, else hides the banner.
    virtual void stepBack();
    /// Splitters keep their place in `settings`.
    virtual void savePlace(QSettings &settings) const;
    virtual void restorePlace(const QSettings &settings);

    /// Runs `job` on the store thread; its value goes to `then` here, its error into the banner.
    template <typename T, typename Then>
    void write(std::function<Result<T>(Connection &)> job, Then then)
    {
        whenFinished(m_workspace.write<T>(std::move(job)), this, [this, then](const Result<T> &answer) {
            if (answer.ok())
                then(*answer);
            else
                m_banner->showError(answer.error().detail);
        });
    }
    /// The same on the reading thread.
    template <typename T, typename Then>
    void read(std::function<Result<T>(Connection &)> job, Then then)
    {
        whenFinished(m_workspace.read<T>(std::move(job)), this, [this, then](const Result<T> &answer) {
            if (answer.ok())
                then(*answer);
            else
                m_banner->showError(answer.error().detail);
        });
    }

protected:
    Page(const QString &name, const QString &title, Workspace &workspace, QWidget *parent);

    /// Reads `model` while the page is shown, its errors into the banner.
    void attach(LiveTableModel *model);
    void setCount(const QString &text);
    QPushButton *addAction(Symbol symbol, const QString &name, const QString &text, const QKeySequence &key);
    QLineEdit *addFilter(const QString &placeholder);
    [[nodiscard]] QHBoxLayout *filterRow() const { return m_filterRow; }
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    /// Table and details, at the right of each other on a wide page.
    void setSplitter(QSplitter *splitter) { m_splitter = splitter; }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Workspace &m_workspace;
    Banner *m_banner;
    QLabel *m_count;
    QHBoxLayout *m_actions;
    QHBoxLayout *m_filterRow;
    QVBoxLayout *m_content;
    QLineEdit *m_filter = nullptr;
    QSplitter *m_splitter = nullptr;
    QList<LiveTableModel *> m_models;
};

/// Who decides in this window: the system's user.
[[nodiscard]] Decider thisPerson();

} // namespace salesdesk
