// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/entitychoicemodel.h"

#include "model/domain/namesimilarity.h"
#include "model/domain/namewords.h"
#include "model/store/entitystore.h"
#include "model/tables/linktexts.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QString detailOf(const Entity &entity, bool hasNamesakes)
{
    QStringList parts{entity.email, entity.teamName, hasNamesakes ? recordsText(entity.records) : QString()};
    parts.removeAll({});
    return parts.join(u"  ·  "_s);
}

} // namespace

Result<QList<EntityChoice>> entityChoices(Connection &db, EntityKind kind, const QString &name)
{
    const auto entities = EntityStore(db).list(kind, false);
    if (!entities)
        return entities.error();
    struct Ranked {
        double likeness;
        EntityChoice choice;
    };
    QHash<QString, int> named;
    for (const auto &entity : *entities)
        ++named[entity.name];
    const NameWords asked(name);
    std::vector<Ranked> ranked;
    ranked.reserve(static_cast<size_t>(entities->size()));
    for (const auto &entity : *entities) {
        const NameWords known(entity.name);
        ranked.push_back({nameSimilarity(asked, known),
                          {entity.id, entity.name, detailOf(entity, named.value(entity.name) > 1),
                           u" %1 %2"_s.arg(known.normal, entity.email.toCaseFolded())}});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked &a, const Ranked &b) { return a.likeness > b.likeness; });
    QList<EntityChoice> choices;
    choices.reserve(entities->size());
    for (auto &one : ranked)
        choices.append(std::move(one.choice));
    return choices;
}

EntityChoiceModel::EntityChoiceModel(QList<EntityChoice> all, QObject *parent)
    : QAbstractListModel(parent)
    , m_all(std::move(all))
{
    narrow({});
}

void EntityChoiceModel::narrow(const QString &text)
{
    auto words = normalisedName(text).split(u' ', Qt::SkipEmptyParts);
    if (text.contains(u'@'))
        words = {text.trimmed().toCaseFolded()};
    for (auto &word : words)
        word.prepend(u' '); // only beginnings of words
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const auto &searched = m_all.at(i).searched;
        if (std::all_of(words.cbegin(), words.cend(),
                        [&searched](const QString &word) { return searched.contains(word); }))
            m_shown.append(i);
    }
    endResetModel();
}

QModelIndex EntityChoiceModel::indexOf(EntityId id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (choice(row).id == id)
            return index(row);
    }
    return {};
}

int EntityChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant EntityChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[id, name, detail, searched] = choice(index.row());
    const auto text = detail.isEmpty() ? name : name + u"  ·  "_s + detail;
    if (role == Qt::ToolTipRole) // a narrow window elides
        return text.toHtmlEscaped();
    return role == Qt::DisplayRole ? QVariant(text) : QVariant();
}

} // namespace salesdesk
