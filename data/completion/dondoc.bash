# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion of dondoc
# the commands that work on a store
_dondoc_store()
{
	local cur=$1 prev=$2 words
	case ${COMP_WORDS[1]} in
	import) words='--store --now --by --units --password-fd --format --help' ;;
	document) words='list show issue reread diff --store --now --units --password-fd --all --chain --by --role --unit --days-off --format --help' ;;
	task) words='list show approve assign take refuse progress submit return close pause resume withdraw replace end reopen transfer event correct add split merge drop restore --store --now --by --role --unit --state --document --sort --limit --why --product --proof --lead --coordinate --director --monitor --text --heading --label --time --until --day --days-off --done --next --difficulty --proposal --percent --file --format --output --help' ;;
	user) words='list show add invite password role unit way disable enable totp demand-totp sign-out check-directory token tokens token-revoke --config --store --now --by --role --unit --way --why --password-stdin --enable --disable --scope --days --label --format --help' ;;
	unit) words='import export list show merge resolve settle --store --now --by --at --parent --kind --into --document --from --field --end --why --to --format --output --help' ;;
	search) words='--store --now --unit --state --document --from --to --limit --after --format --help' ;;
	check) words='--store --now --rebuild-search --help' ;;
	summary) words='--store --now --as-of --format --help' ;;
	serve) words='--store --now --listen --config --certificate --key --proxies --log --threads --connections --share --jobs --rate --help' ;;
	audit) words='verify --store --now --head --help' ;;
	migrate) words='--store --now --from --to --help' ;;
	*) words='--store --now --help' ;;
	esac
	case $prev in
	-f | --format) mapfile -t COMPREPLY < <(compgen -W 'table json csv' -- "$cur") ;;
	-r | --role) mapfile -t COMPREPLY < <(compgen -W 'administrator clerk overseer leader focal officer inspector public' -- "$cur") ;;
	--sort) mapfile -t COMPREPLY < <(compgen -W 'due number' -- "$cur") ;;
	--state) mapfile -t COMPREPLY < <(compgen -W 'open all approved assigned accepted doing submitted done refused returned paused withdrawn replaced undone' -- "$cur") ;;
	-s | --store | --from | --to) mapfile -t COMPREPLY < <(compgen -W 'sqlite: postgresql://' -- "$cur") ;;
	*)
		case ${COMP_WORDS[1]}:$cur in
		unit:[!-]* | unit:)
			if [ "${COMP_WORDS[2]}" = import ] && [ "$COMP_CWORD" -gt 2 ]; then
				mapfile -t COMPREPLY < <(compgen -f -- "$cur")
			else
				mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
			fi
			;;
		document:* | task:* | user:* | audit:* | *:-*) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur") ;;
		*) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
		esac
		;;
	esac
}
_dondoc()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		mapfile -t COMPREPLY < <(compgen -W 'read import document task search unit user summary serve check audit backup restore migrate help --store --help --version' -- "$cur")
		return
	fi
	case ${COMP_WORDS[1]} in
	help)
		mapfile -t COMPREPLY < <(compgen -W 'read import document task search unit user summary serve check audit backup restore migrate help' -- "$cur")
		return
		;;
	read) ;;
	import | document | task | search | user | summary | serve | check | audit | backup | restore | migrate)
		_dondoc_store "$cur" "$prev"
		return
		;;
	*) return ;;
	esac
	case $prev in
	-a | --as)
		mapfile -t COMPREPLY < <(compgen -W 'reading document' -- "$cur")
		return
		;;
	-r | --repair)
		mapfile -t COMPREPLY < <(compgen -W 'auto never always' -- "$cur")
		return
		;;
	-f | --format)
		mapfile -t COMPREPLY < <(compgen -W 'table json csv md text html' -- "$cur")
		return
		;;
	esac
	case $cur in
	-*) mapfile -t COMPREPLY < <(compgen -W '--as --format --units --repair --password-fd --explain --output --help' -- "$cur") ;;
	*) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
	esac
}
complete -o filenames -F _dondoc dondoc
