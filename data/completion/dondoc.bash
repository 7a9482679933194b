# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion of dondoc
_dondoc()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		mapfile -t COMPREPLY < <(compgen -W 'read help --help --version' -- "$cur")
		return
	fi
	case ${COMP_WORDS[1]} in
	help)
		mapfile -t COMPREPLY < <(compgen -W 'read help' -- "$cur")
		return
		;;
	read) ;;
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
