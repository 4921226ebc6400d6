# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of salesdesk for fish. Names every command and option of `salesdesk --help`; tst_packaging checks it.

# True when the line has the command whose words are given.
function __salesdesk_command
    set -l words (commandline -opc)[2..-1]
    set -l bare (string match -v -- '-*' $words)
    set -l length (count $argv)
    test (count $bare) -ge $length; and test "$bare[1..$length]" = "$argv"
end

# True when the line's only word yet is the group `$argv[1]`.
function __salesdesk_group
    set -l bare (string match -v -- '-*' (commandline -opc)[2..-1])
    test (count $bare) -eq 1; and test "$bare" = "$argv[1]"
end

complete -c salesdesk -f
complete -c salesdesk -l data -r -a '(__fish_complete_directories)' -d 'The data folder'
complete -c salesdesk -l json -d 'Print JSON'
complete -c salesdesk -l help -s h -d 'Print the usage'
complete -c salesdesk -n __fish_use_subcommand -l version -d 'Print the version'
complete -c salesdesk -n __fish_use_subcommand -l hidden -d 'In the tray alone'
complete -c salesdesk -n __fish_use_subcommand -a 'serve provider key agent team product identity activity sale call'
complete -c salesdesk -n __fish_use_subcommand -a 'setting backup restore check demo'

complete -c salesdesk -n '__salesdesk_command serve' -l listen -x -d 'The address'
complete -c salesdesk -n '__salesdesk_command serve' -l port -x -d 'The port, 0 for any'
complete -c salesdesk -n '__salesdesk_group provider' -a 'add list rename archive set'
complete -c salesdesk -n '__salesdesk_command provider add' -l type -x -a webhooks
complete -c salesdesk -n '__salesdesk_command provider set' -a 'create_users manage_teams rate_limit signing'
complete -c salesdesk -n '__salesdesk_group key' -a 'add list show revoke'
complete -c salesdesk -n '__salesdesk_command key add' -l label -x -d 'To tell the keys apart'
for kind in agent team product
    complete -c salesdesk -n "__salesdesk_group $kind" -a 'add list'
end
complete -c salesdesk -n '__salesdesk_command agent add' -l email -x -d 'The address'
complete -c salesdesk -n '__salesdesk_command agent add' -l team -x -d 'The team'
complete -c salesdesk -n '__salesdesk_group identity' -a 'list link unlink ignore undo suggest'
complete -c salesdesk -n '__salesdesk_command identity list' -l unlinked
complete -c salesdesk -n '__salesdesk_command identity list' -l linked
complete -c salesdesk -n '__salesdesk_command identity list' -l ignored
complete -c salesdesk -n '__salesdesk_command identity list' -l all
complete -c salesdesk -n '__salesdesk_command identity list' -l kind -x -a 'agent team product'
complete -c salesdesk -n '__salesdesk_command identity list' -l provider -x
complete -c salesdesk -n '__salesdesk_command identity suggest' -l min-score -x -d 'The lowest score'
complete -c salesdesk -n '__salesdesk_command identity suggest' -l accept -d 'Accept them'
for kind in activity sale
    complete -c salesdesk -n "__salesdesk_group $kind" -a list
    complete -c salesdesk -n "__salesdesk_command $kind list" -l provider -x
    complete -c salesdesk -n "__salesdesk_command $kind list" -l limit -x
end
complete -c salesdesk -n '__salesdesk_group call' -a 'list show replay'
complete -c salesdesk -n '__salesdesk_command call list' -l filter -x -d 'As in the window'
complete -c salesdesk -n '__salesdesk_command call list' -l limit -x
complete -c salesdesk -n '__salesdesk_command call replay' -l filter -x -d 'As in the window'
complete -c salesdesk -n '__salesdesk_command call replay' -l dry-run -d 'Store nothing'
complete -c salesdesk -n '__salesdesk_group setting' -a 'list get set'
complete -c salesdesk -n '__salesdesk_command backup' -F
complete -c salesdesk -n '__salesdesk_command restore' -F
complete -c salesdesk -n '__salesdesk_command demo' -l calls -x -d 'How many calls'
