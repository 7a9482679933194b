# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion of dondoc
complete -c dondoc -n __fish_use_subcommand -f -a read -d 'đọc kế hoạch (read plans)'
complete -c dondoc -n __fish_use_subcommand -f -a help -d 'hướng dẫn (help)'
complete -c dondoc -n __fish_use_subcommand -f -l help -d 'hướng dẫn (help)'
complete -c dondoc -n __fish_use_subcommand -f -l version -d 'phiên bản (version)'
complete -c dondoc -n '__fish_seen_subcommand_from help' -f -a 'read help'
complete -c dondoc -n '__fish_seen_subcommand_from read' -s a -l as -x -a 'reading document' -d 'in gì (what is printed)'
complete -c dondoc -n '__fish_seen_subcommand_from read' -s f -l format -x -a 'table json csv md text html' -d 'dạng in (form)'
complete -c dondoc -n '__fish_seen_subcommand_from read' -s u -l units -r -d 'danh mục đơn vị (list of units)'
complete -c dondoc -n '__fish_seen_subcommand_from read' -s r -l repair -x -a 'auto never always' -d 'phục hồi chữ mất dấu (restore lost marks)'
complete -c dondoc -n '__fish_seen_subcommand_from read' -s e -l explain -d 'nêu vị trí, quy tắc (show spans and rules)'
complete -c dondoc -n '__fish_seen_subcommand_from read' -s o -l output -r -d 'ghi vào tệp (write to a file)'
complete -c dondoc -n '__fish_seen_subcommand_from read' -s h -l help -d 'hướng dẫn (help)'
