// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/listexport.h"

namespace salesdesk
{

class Page;
class WorkStrip;

/// An export of what a page lists: where to, its progress in the page's strip, and what became of it in its
/// banner. GUI thread; owned by its parent.
class ExportWork final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportWork)
public:
    ExportWork(Page &page, WorkStrip &strip, QObject *parent);

    /// Asks for a file; `name` is what it may be called, without its ending.
    void askForFile(const QString &name, ExportFormat format,
                    const std::function<void(const QString &file)> &then);
    /// Follows `work`, which is started by its maker, and takes it over. `counted`: so many, in words.
    void follow(ListExport *work, const QString &file, qint64 expected,
                const std::function<QString(qint64)> &counted);

private:
    Page &m_page;
    WorkStrip &m_strip;
};

} // namespace salesdesk
