// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitystore.h"
#include "model/tables/livetablemodel.h"
#include "model/workspace.h"
#include "ui/banner.h"
#include "ui/icons.h"

#include <QElapsedTimer>
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
    /// To the list that is on it, for who came here by a key; nowhere when the keyboard is on the page
    /// already.
    void focusContent();
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
                m_banner->showFailure(answer.error());
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
                m_banner->showFailure(answer.error());
        });
    }

protected:
    Page(const QString &name, const QString &title, Workspace &workspace, QWidget *parent);

    /// Reads `model` while the page is shown, its errors into the banner.
    void attach(LiveTableModel *model);
    void setCount(const QString &text);
    /// A list of millions is looked through anew; how far that is, is said when it takes 200 ms.
    void beginSearch() { m_sinceSearch.start(); }
    /// How many were found where `searched` (0 to 1) of all has been looked at.
    void setFound(qint64 count, double searched);
    /// In the place of rows while there are none yet; "" at first.
    [[nodiscard]] QString searchSentence(double searched) const;
    QPushButton *addAction(Symbol symbol, const QString &name, const QString &text, const QKeySequence &key);
    QLineEdit *addFilter(const QString &placeholder);
    [[nodiscard]] QHBoxLayout *filterRow() const { return m_filterRow; }
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    /// Table and details, at the right of each other where the page is as wide as `lines` of text are high
    /// (64 are found in a window of 1,280 px, with a usual font), else below.
    void setSplitter(QSplitter *splitter, int lines = 75);

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeSplitter();

    Workspace &m_workspace;
    Banner *m_banner;
    QLabel *m_count;
    QHBoxLayout *m_actions;
    QHBoxLayout *m_filterRow;
    QVBoxLayout *m_content;
    QLineEdit *m_filter = nullptr;
    QSplitter *m_splitter = nullptr;
    int m_wideLines = 0;
    bool m_placed = false; ///< by the person, or shared out
    QList<LiveTableModel *> m_models;
    QElapsedTimer m_sinceSearch;
};

/// Who decides in this window: the system's user.
[[nodiscard]] Decider thisPerson();

} // namespace salesdesk
