// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/sentences.h"

#include "model/tables/spokenpatterns.h"

#include <QCoreApplication>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// What the model says, as it is put together. Where one pattern is the beginning of another, the longer one
// is tried first.
constexpr const char *patterns[] = {
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The data folder %1 cannot be used: %2. Make it writable, or choose another with --data."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be changed: %2. Check its folder's permissions."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be made"),
    QT_TRANSLATE_NOOP("Sentences",
                      "%1 cannot be written: %2. Make room there, or choose another folder with --data."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be read: %2. Make it readable for you alone."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is damaged: put its copy back, or move it away and make new keys."),
    QT_TRANSLATE_NOOP("Sentences", "The desktop's keychain, where the master key is, does not give it: "
                                   "unlock the keychain and try again from a desktop session."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "SalesDesk is running on %1 already: end it first, or choose another folder with --data."),
    QT_TRANSLATE_NOOP("Sentences", "Another command is at work on %1: try again when it is done."),
    QT_TRANSLATE_NOOP("Sentences", "Line %1: there is text behind a closing quotation mark."),
    QT_TRANSLATE_NOOP("Sentences", "Line %1: a quotation mark is never closed."),
    QT_TRANSLATE_NOOP("Sentences", "The file has more than %1 lines: split it."),
    QT_TRANSLATE_NOOP("Sentences", "The file is not in UTF-8. Save it as \"CSV UTF-8\" and import it again."),
    QT_TRANSLATE_NOOP("Sentences", "A master key has %1 bytes, this has %2."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It was sealed with another master key. Put that key back, or make a new one and revoke this."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no call %1 in the log: it may have been pruned. \"salesdesk call list\" shows what is."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The body of call %1 is longer than the log keeps, so it cannot be replayed. Have it sent again."),
    QT_TRANSLATE_NOOP("Sentences", "Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite."),
    QT_TRANSLATE_NOOP("Sentences", "The database refused \"%1\". The data folder must be on a local disk."),
    QT_TRANSLATE_NOOP("Sentences", "The history has no such step."),
    QT_TRANSLATE_NOOP("Sentences", "There is no such record."),
    QT_TRANSLATE_NOOP("Sentences",
                      "value: takes a number with at most two decimals, such as >100, <=49.95 or 10."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no external identity with number %1. \"salesdesk identity list --all\" shows them."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The step cannot be undone: %1 was changed since. Set it as it should be instead."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The step cannot be done again: %1 was changed since. Set it as it should be instead."),
    QT_TRANSLATE_NOOP("Sentences", "the team of %1"),
    QT_TRANSLATE_NOOP("Sentences", "Another agent (number %1) has the e-mail address %2 by now."),
    QT_TRANSLATE_NOOP("Sentences", "There is another %1 named \"%2\" by now."),
    QT_TRANSLATE_NOOP("Sentences", "That step is undone already."),
    QT_TRANSLATE_NOOP("Sentences", "That step is not undone."),
    QT_TRANSLATE_NOOP("Sentences", "There is nothing to undo."),
    QT_TRANSLATE_NOOP("Sentences", "There is nothing to do again."),
    QT_TRANSLATE_NOOP("Sentences", "Undone: %1."),
    QT_TRANSLATE_NOOP("Sentences", "Done again: %1."),
    QT_TRANSLATE_NOOP("Sentences", "merging %1 into %2"),
    QT_TRANSLATE_NOOP("Sentences", "a change of teams"),
    QT_TRANSLATE_NOOP("Sentences", "ignoring %1 identities"),
    QT_TRANSLATE_NOOP("Sentences", "creating what %1 identities stand for"),
    QT_TRANSLATE_NOOP("Sentences", "the import of %1 decisions"),
    QT_TRANSLATE_NOOP("Sentences", "linking %1 identities"),
    QT_TRANSLATE_NOOP("Sentences", "ignoring %1"),
    QT_TRANSLATE_NOOP("Sentences", "no longer ignoring %1"),
    QT_TRANSLATE_NOOP("Sentences", "rejecting %1 for %2"),
    QT_TRANSLATE_NOOP("Sentences", "moving the agent of %1 to its team"),
    QT_TRANSLATE_NOOP("Sentences", "unlinking %1 from %2"),
    QT_TRANSLATE_NOOP("Sentences", "linking %1 to %2"),
    QT_TRANSLATE_NOOP("Sentences", "agent"),
    QT_TRANSLATE_NOOP("Sentences", "team"),
    QT_TRANSLATE_NOOP("Sentences", "product"),
    QT_TRANSLATE_NOOP("Sentences", "agent %1:%2"),
    QT_TRANSLATE_NOOP("Sentences", "team %1:%2"),
    QT_TRANSLATE_NOOP("Sentences", "product %1:%2"),
    QT_TRANSLATE_NOOP("Sentences", "agent identity \"%1\""),
    QT_TRANSLATE_NOOP("Sentences", "team identity \"%1\""),
    QT_TRANSLATE_NOOP("Sentences", "product identity \"%1\""),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" cannot be merged into itself."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is a %2 and \"%3\" is a %4: they cannot be one."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" was merged into \"%2\" before."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is inactive. Activate it first, or merge the other way round."),
    QT_TRANSLATE_NOOP("Sentences", "There is no %1 \"%2\". \"salesdesk %3 list\" shows them."),
    QT_TRANSLATE_NOOP("Sentences", "The %1 needs a name."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The name of the %1 has %2 characters; at most %3 are stored. Shorten it."),
    QT_TRANSLATE_NOOP("Sentences", "Only an agent has an e-mail address or a team."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is no e-mail address. It looks like name@example.com."),
    QT_TRANSLATE_NOOP("Sentences", "There is a %1 named \"%2\" already: number %3."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Agent %1 (number %2) has the e-mail address %3 already. An address belongs to one agent."),
    QT_TRANSLATE_NOOP("Sentences", "There is no agent, team or product with number %1."),
    QT_TRANSLATE_NOOP("Sentences", "Several %1s match \"%2\": numbers %3. Give the number."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is no %2 that \"%3\" can be linked to."),
    QT_TRANSLATE_NOOP("Sentences", "None of these identities waits any more."),
    QT_TRANSLATE_NOOP("Sentences", "The column \"identity\" has no number."),
    QT_TRANSLATE_NOOP("Sentences",
                      "Identity %1 has the external ID \"%2\" and not this one. The sheet is of other data."),
    QT_TRANSLATE_NOOP("Sentences", "The identity is decided on in a line above."),
    QT_TRANSLATE_NOOP("Sentences", "It is linked to \"%1\" by now."),
    QT_TRANSLATE_NOOP("Sentences", "It is ignored by now."),
    QT_TRANSLATE_NOOP("Sentences", "The column \"entity\" says nothing to link it to."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" was merged into \"%2\"."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is no decision. Write accept, link, create or ignore."),
    QT_TRANSLATE_NOOP("Sentences", "The file is empty."),
    QT_TRANSLATE_NOOP("Sentences", "The file has no column \"%1\": it is no sheet of identities."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is a %2; the %3 can only be linked to a %4."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" was merged into \"%2\". Link the %3 to that one."),
    QT_TRANSLATE_NOOP("Sentences", "There is nothing to link."),
    QT_TRANSLATE_NOOP("Sentences", "The metric needs a name."),
    QT_TRANSLATE_NOOP("Sentences", "Activities have no product: count them by something else."),
    QT_TRANSLATE_NOOP("Sentences", "Sales have no type: count them by something else."),
    QT_TRANSLATE_NOOP("Sentences", "This metric is no longer there."),
    QT_TRANSLATE_NOOP("Sentences", "The %1 is given twice; link it once."),
    QT_TRANSLATE_NOOP("Sentences", "That was said of the %1 before."),
    QT_TRANSLATE_NOOP("Sentences", "The %1 is not linked."),
    QT_TRANSLATE_NOOP("Sentences", "The %1 is ignored already."),
    QT_TRANSLATE_NOOP("Sentences", "The %1 is not ignored."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is there already. Name a file that is not there yet."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be written: %2."),
    QT_TRANSLATE_NOOP("Sentences", "The copy is not sound: %1. Nothing was kept of it."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is damaged: %2. Nothing was changed."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "%1 is no backup of SalesDesk, or is damaged. Choose another file; nothing was changed."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be read: %2. Choose another file; nothing was changed."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be restored: %2"),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be set aside. Nothing was changed."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be put in place. Nothing was changed."),
    QT_TRANSLATE_NOOP("Sentences", "A row of %1 refers to one that is not there."),
    QT_TRANSLATE_NOOP("Sentences", "The count or value of identity %1 differs from its records."),
    QT_TRANSLATE_NOOP("Sentences", "Identity %1 is linked to an entity of another kind."),
    QT_TRANSLATE_NOOP("Sentences", "It is not SalesDesk's. Choose another data folder; nothing was changed."),
    QT_TRANSLATE_NOOP("Sentences", "It was written by a newer SalesDesk (schema %1, this one knows %2). "
                                   "Install that version; nothing was changed."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be used: %2"),
    QT_TRANSLATE_NOOP("Sentences",
                      "The data folder %1 cannot be made or is not yours. Choose another with --data."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be opened for writing: %2. Check the folder's permissions."),
    QT_TRANSLATE_NOOP("Sentences", "A provider's name takes 1 to %1 characters."),
    QT_TRANSLATE_NOOP("Sentences", "A key's label takes 1 to %1 characters."),
    QT_TRANSLATE_NOOP("Sentences", "There is a provider called \"%1\" already. Choose another name."),
    QT_TRANSLATE_NOOP("Sentences", "There is no provider \"%1\". \"salesdesk provider list\" shows them."),
    QT_TRANSLATE_NOOP("Sentences",
                      "There is no key \"%1\". \"salesdesk key list PROVIDER\" shows a provider's keys."),
    QT_TRANSLATE_NOOP("Sentences", "There is no provider type \"%1\". The type is webhooks."),
    QT_TRANSLATE_NOOP("Sentences", "A rate limit is 0 (none) to %1 calls a minute."),
    QT_TRANSLATE_NOOP("Sentences", "Several keys are called \"%1\". Give the key's number instead."),
    QT_TRANSLATE_NOOP("Sentences", "The key %1 is revoked already."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The disk that holds the data folder is full. Free some space on it. (%1)"),
    QT_TRANSLATE_NOOP("Sentences",
                      "The database is locked by another program. Close that program, then try again. (%1)"),
    QT_TRANSLATE_NOOP("Sentences",
                      "The database cannot be written. Check the rights of the data folder. (%1)"),
    QT_TRANSLATE_NOOP("Sentences",
                      "The disk that holds the data folder failed. Check the disk and its connection. (%1)"),
    QT_TRANSLATE_NOOP("Sentences",
                      "The database cannot be opened. Check the data folder and its rights. (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "There is not enough memory. Close other programs. (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "The database is damaged. Restore a backup. (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "It contradicts what is stored. (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "A statement failed. (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "It was cancelled."),
    QT_TRANSLATE_NOOP("Sentences", "SalesDesk is closing this data folder."),
    QT_TRANSLATE_NOOP("Sentences", "%1 needs its key beside it: choose the key's file, too."),
    QT_TRANSLATE_NOOP("Sentences", "%1 needs its certificate beside it: choose the certificate's file, too."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be read (%2): give its whole path, and let this user read it."),
    QT_TRANSLATE_NOOP("Sentences", "The files for TLS were changed, and those of before stay in use. %1"),
    QT_TRANSLATE_NOOP("Sentences",
                      "The certificate in %1 expired on %2, so senders refuse it: put a new one there."),
    QT_TRANSLATE_NOOP("Sentences", "The certificate in %1 is valid from %2 on only, so senders refuse it: "
                                   "check this computer's clock."),
    QT_TRANSLATE_NOOP("Sentences", "%1 holds no certificate in PEM form: choose the certificate's file."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "%1 holds no RSA or EC private key in PEM form without a password: choose the key's file."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The key in %1 is not that of the certificate in %2: choose files that belong together."),
    QT_TRANSLATE_NOOP("Sentences",
                      "There is no external identity \"%1\". Give its number, PROVIDER:EXTERNAL_ID or "
                      "PROVIDER:KIND:EXTERNAL_ID; \"salesdesk identity list --all\" shows them."),
    QT_TRANSLATE_NOOP("Sentences", "Several external identities match \"%1\": numbers %2. Give the number."),
    QT_TRANSLATE_NOOP("Sentences", "No agent has the e-mail address \"%1\"."),
    QT_TRANSLATE_NOOP("Sentences", "There is no filter \"%1:\". There are %2."),
    QT_TRANSLATE_NOOP("Sentences", "A value is missing here."),
    QT_TRANSLATE_NOOP("Sentences", "status: takes a status such as 422, or a class such as 4xx."),
    QT_TRANSLATE_NOOP("Sentences", "endpoint: takes activities or sales."),
    QT_TRANSLATE_NOOP("Sentences",
                      "Port %1 is used by another program: end that program, or choose another port."),
    QT_TRANSLATE_NOOP("Sentences", "Listening on %1, port %2, failed (%3): choose another address or port."),
    QT_TRANSLATE_NOOP("Sentences", "The settings allow %1 connections at once, and the system %2: raise its "
                                   "limit of open files, or lower limit.connections."),
    QT_TRANSLATE_NOOP("Sentences", "The closing quotation mark is missing."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no reason \"%1\". Reasons are words such as created, key_revoked, not_recognised."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "%1 takes a time ago such as 30m, 2h or 7d, or a moment such as 2026-11-01 or 2026-11-01T09:00."),
};

const SpokenPatterns &known()
{
    static const SpokenPatterns all(patterns);
    return all;
}

} // namespace

QString spoken(const QString &sentence)
{
    return known().said(sentence, &spoken).value_or(sentence);
}

QString phraseOf(CallReason reason)
{
    return QCoreApplication::translate("CallReason", toPhrase(reason).toUtf8().constData());
}

bool isSpoken(const QString &pattern)
{
    return known().contains(pattern);
}

} // namespace salesdesk
