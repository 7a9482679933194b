#compdef dondoc
# SPDX-License-Identifier: GPL-3.0-or-later
# zsh completion of dondoc
local -a commands
commands=('read:đọc kế hoạch (read plans)' 'import:nhập văn bản vào kho (keep plans in the store)'
	'document:xem văn bản trong kho (show documents)' 'check:kiểm tra kho (look through the store)'
	'audit:kiểm tra nhật ký (walk the record)' 'backup:sao lưu (write a backup)' 'restore:khôi phục (restore a backup)'
	'migrate:tạo, nâng cấp, chuyển kho (make, update or move the store)' 'help:hướng dẫn (help)')
local -a store_options
store_options=('(-s --store)'{-s,--store}'[kho dữ liệu (the store)]:url:(sqlite\: postgresql\://)'
	'--now[coi bây giờ là (take for the time now)]:time:' '(-h --help)'{-h,--help}'[hướng dẫn (help)]')
if (( CURRENT == 2 )); then
	_describe -t commands 'lệnh (command)' commands
	_arguments '--help[hướng dẫn (help)]' '--version[phiên bản (version)]'
	return
fi
case $words[2] in
help)
	_describe -t commands 'lệnh (command)' commands
	;;
import)
	shift words
	(( CURRENT-- ))
	_arguments $store_options \
		'(-b --by)'{-b,--by}'[người thực hiện (who does it)]:name:' \
		'(-u --units)'{-u,--units}'[danh mục đơn vị (list of units)]:file:_files -g "*.csv"' \
		'(-p --password-fd)'{-p,--password-fd}'[mô tả tệp có mật khẩu (descriptor with the password)]:descriptor:' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json)' \
		'*:file:_files'
	;;
document)
	shift words
	(( CURRENT-- ))
	_arguments $store_options \
		'(-a --all)'{-a,--all}'[cả văn bản được viện dẫn (also those only cited)]' \
		'(-c --chain)'{-c,--chain}'[văn bản cấp trên và bên dưới (above and below)]' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json)' \
		'1:what:(list show)' '2:id:'
	;;
audit)
	shift words
	(( CURRENT-- ))
	_arguments $store_options '--head[bản ghi cuối (the last row)]' '1:what:(verify)'
	;;
migrate)
	shift words
	(( CURRENT-- ))
	_arguments $store_options '--from[từ kho (from a store)]:url:' '--to[sang kho mới (to a new store)]:url:'
	;;
check | backup | restore)
	shift words
	(( CURRENT-- ))
	_arguments $store_options '*:file:_files'
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
