# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of salesdesk for bash. Names every command and option of `salesdesk --help`; tst_packaging checks it.

_salesdesk()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} index word words=()
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; ++index)); do
        word=${COMP_WORDS[index]}
        case $word in
            --data | --listen | --port | --type | --label | --email | --team | --kind | --provider | --min-score | \
                --limit | --filter | --calls)
                ((++index)) # its value
                ;;
            -*) ;;
            *) words+=("$word") ;;
        esac
    done
    case $previous in
        --data)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return
            ;;
        --kind)
            mapfile -t COMPREPLY < <(compgen -W 'agent team product' -- "$current")
            return
            ;;
        --type)
            mapfile -t COMPREPLY < <(compgen -W webhooks -- "$current")
            return
            ;;
        --listen | --port | --label | --email | --team | --provider | --min-score | --limit | --filter | --calls)
            return
            ;;
    esac
    local candidates=
    if [[ $current == -* ]]; then
        candidates='--data --json --help'
        case "${words[*]}" in
            '') candidates+=' --version --hidden' ;;
            serve*) candidates+=' --listen --port' ;;
            'provider add'*) candidates+=' --type' ;;
            'key add'*) candidates+=' --label' ;;
            'agent add'*) candidates+=' --email --team' ;;
            'identity list'*) candidates+=' --unlinked --linked --ignored --all --provider --kind' ;;
            'identity suggest'*) candidates+=' --min-score --accept' ;;
            'activity list'* | 'sale list'*) candidates+=' --provider --limit' ;;
            'call list'*) candidates+=' --filter --limit' ;;
            'call replay'*) candidates+=' --filter --dry-run' ;;
            demo*) candidates+=' --calls' ;;
        esac
    else
        case "${words[*]}" in
            '')
                candidates='serve provider key agent team product identity activity sale call setting'
                candidates+=' backup restore check demo'
                ;;
            provider) candidates='add list rename archive set' ;;
            'provider set '*) candidates='create_users manage_teams rate_limit signing' ;;
            key) candidates='add list show revoke' ;;
            agent | team | product) candidates='add list' ;;
            identity) candidates='list link unlink ignore undo suggest' ;;
            activity | sale) candidates='list' ;;
            call) candidates='list show replay' ;;
            setting) candidates='list get set' ;;
            backup | restore)
                compopt -o filenames
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
                ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
}
complete -F _salesdesk salesdesk
