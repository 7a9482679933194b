#compdef dondoc
# SPDX-License-Identifier: GPL-3.0-or-later
# zsh completion of dondoc
local -a commands
commands=('read:đọc kế hoạch (read plans)' 'help:hướng dẫn (help)')
if (( CURRENT == 2 )); then
	_describe -t commands 'lệnh (command)' commands
	_arguments '--help[hướng dẫn (help)]' '--version[phiên bản (version)]'
	return
fi
case $words[2] in
help)
	_describe -t commands 'lệnh (command)' commands
	;;
read)
	shift words
	(( CURRENT-- ))
	_arguments \
		'(-a --as)'{-a,--as}'[in gì (what is printed)]:what:(reading document)' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json csv md text html)' \
		'(-u --units)'{-u,--units}'[danh mục đơn vị (list of units)]:file:_files -g "*.csv"' \
		'(-r --repair)'{-r,--repair}'[phục hồi chữ mất dấu (restore lost marks)]:mode:(auto never always)' \
		'(-p --password-fd)'{-p,--password-fd}'[mô tả tệp có mật khẩu (descriptor with the password)]:descriptor:' \
		'(-e --explain)'{-e,--explain}'[nêu vị trí, quy tắc (show spans and rules)]' \
		'(-o --output)'{-o,--output}'[ghi vào tệp (write to a file)]:file:_files' \
		'(-h --help)'{-h,--help}'[hướng dẫn (help)]' \
		'*:file:_files'
	;;
esac
