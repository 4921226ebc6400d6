// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QWidget>

class QPlainTextEdit;

namespace salesdesk
{

class FieldTree;

/// What tells two calls apart: answer, head and fields side by side, what differs first; and, where fields
/// are not all there is to their bodies, those line by line. GUI thread; owned by its parent.
class CallComparison final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallComparison)
public:
    explicit CallComparison(QWidget *parent);

    void setCalls(const CallDetails &older, const CallDetails &newer);

private:
    void showFields(const CallDetails &older, const CallDetails &newer, const QList<FieldChange> &fields);
    void showBodies(const QByteArray &older, const QByteArray &newer);

    FieldTree *m_fields;
    QPlainTextEdit *m_bodies;
};

} // namespace salesdesk
