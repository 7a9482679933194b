#compdef dondoc
# SPDX-License-Identifier: GPL-3.0-or-later
# zsh completion of dondoc
local -a commands
commands=('read:đọc kế hoạch (read plans)' 'import:nhập văn bản vào kho (keep plans in the store)'
	'document:xem văn bản trong kho (show documents)' 'task:theo dõi nhiệm vụ (follow tasks up)' 'search:tìm kiếm (find documents and tasks)' 'unit:danh mục đơn vị (the directory of units)' 'user:tài khoản (accounts)' 'summary:tổng hợp (counts and rates)' 'serve:máy chủ (the server)' 'check:kiểm tra kho (look through the store)'
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
		'(-b --by)'{-b,--by}'[người thực hiện (who does it)]:name:' \
		'(-r --role)'{-r,--role}'[vai trò (in which part)]:role:(clerk overseer leader focal officer)' \
		'(-u --unit)'{-u,--unit}'[đơn vị (the unit)]:unit:' \
		'1:what:(list show issue reread diff)' '2:id:'
	;;
unit)
	shift words
	(( CURRENT-- ))
	_arguments $store_options \
		'(-b --by)'{-b,--by}'[người thực hiện (who does it)]:name:' \
		'--at[đơn vị có vào ngày (there on that day)]:day:' '--parent[trực thuộc (right under)]:id:' \
		'--kind[loại (kind)]:kind:(committee department room party union school company)' \
		'--into[đơn vị nhận việc (who takes over)]:id:' '--from[từ ngày (since when)]:day:' \
		'(-d --document)'{-d,--document}'[văn bản (the document)]:document:' \
		'--field[lĩnh vực (field of work)]:text:' '--end[đơn vị kết thúc (the unit ends)]' \
		'--to[là đơn vị (which unit it is)]:id:' '(-w --why)'{-w,--why}'[lý do (the reason)]:text:' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json csv)' \
		'(-o --output)'{-o,--output}'[ghi vào tệp (write to a file)]:file:_files' \
		'1:what:(import export list show merge resolve settle)' '*:file or id:_files'
	;;
task)
	shift words
	(( CURRENT-- ))
	_arguments $store_options \
		'(-b --by)'{-b,--by}'[người thực hiện (who does it)]:name:' \
		'(-r --role)'{-r,--role}'[vai trò (in which part)]:role:(clerk overseer leader focal officer)' \
		'(-u --unit)'{-u,--unit}'[đơn vị (the unit)]:unit:' \
		'(-w --why)'{-w,--why}'[lý do (the reason)]:text:' \
		'(-d --document)'{-d,--document}'[văn bản (the document)]:document:' \
		'--state[trạng thái (state)]:state:(open all approved assigned accepted doing submitted done refused returned paused withdrawn replaced undone)' \
		'--sort[thứ tự (order)]:order:(due number)' '(-n --limit)'{-n,--limit}'[số dòng (rows)]:rows:' \
		'--product[sản phẩm (what came of it)]:text:' '--proof[minh chứng (where it can be seen)]:text:' \
		'*--lead[đơn vị chủ trì (who answers)]:unit:' '*--coordinate[phối hợp (who helps)]:unit:' '*--director[chỉ đạo (who directs)]:unit:' \
		'*--monitor[theo dõi (who monitors)]:unit:' '*--text[nội dung (the text)]:text:' '--heading[tiêu đề (heading)]:text:' \
		'--label[mục (number)]:text:' '--time[thời hạn (the time)]:text:' '--until[tạm dừng đến ngày (end of a pause)]:day:' \
		'--day[ngày của sự kiện (day of the event)]:day:' '--days-off[hạn rơi vào ngày nghỉ (days off)]:way:(stay next)' '--done[đã làm (what was done)]:text:' \
		'--next[sẽ làm (what is next)]:text:' '--difficulty[khó khăn (the difficulty)]:text:' \
		'--proposal[đề xuất (the proposal)]:text:' '--percent[tỷ lệ (how far)]:percent:' \
		'*--file[tệp kèm theo (a file that comes with it)]:file:_files' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json csv)' \
		'(-o --output)'{-o,--output}'[ghi vào tệp (write to a file)]:file:_files' \
		'1:what:(list show approve assign take refuse progress submit return close pause resume withdraw replace end reopen transfer event correct add split merge drop restore)' '*:id:'
	;;
user)
	shift words
	(( CURRENT-- ))
	_arguments $store_options \
		'(-b --by)'{-b,--by}'[người thực hiện (who does it)]:name:' \
		'(-r --role)'{-r,--role}'[vai trò (role)]:role:(administrator clerk overseer leader focal officer inspector public)' \
		'(-u --unit)'{-u,--unit}'[đơn vị (the unit)]:unit:' \
		'(-w --why)'{-w,--why}'[lý do (the reason)]:text:' \
		'--password-stdin[mật khẩu từ đầu vào chuẩn (password from standard input)]' \
		'--way[cách đăng nhập (way to sign in)]:way:(local ldap oidc)' \
		'--enable[bật (on)]' '--disable[tắt (off)]' '--scope[phạm vi (scopes)]:scopes:(read write admin read,write)' \
		'--days[số ngày (days)]:days:' '--label[dùng vào việc gì (what it is for)]:text:' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json)' \
		'1:what:(list show add invite password role unit way disable enable totp demand-totp sign-out check-directory token tokens token-revoke)' '2:name:' '3:role, unit or number:'
	;;
search)
	shift words
	(( CURRENT-- ))
	_arguments $store_options '(-u --unit)'{-u,--unit}'[đơn vị (the unit)]:unit:' \
		'--state[trạng thái (state)]:state:(open approved assigned accepted doing submitted done refused returned paused withdrawn replaced undone)' \
		'(-d --document)'{-d,--document}'[văn bản (the document)]:document:' '--from[từ ngày (from)]:day:' '--to[đến ngày (to)]:day:' \
		'(-n --limit)'{-n,--limit}'[số kết quả (hits)]:hits:' '--after[trang tiếp theo (the next page)]:next:' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json)' '*:words:'
	;;
summary)
	shift words
	(( CURRENT-- ))
	_arguments $store_options '(-a --as-of)'{-a,--as-of}'[tính đến ngày (as of)]:day:' \
		'(-f --format)'{-f,--format}'[dạng in (form)]:form:(table json csv)'
	;;
serve)
	shift words
	(( CURRENT-- ))
	_arguments $store_options '--listen[địa chỉ và cổng (where)]:address:' '(-c --config)'{-c,--config}'[tệp thiết lập (settings)]:file:_files' \
		'--certificate[chứng thư (certificate)]:file:_files' '--key[khóa (its key)]:file:_files' '--proxies[máy trung gian (proxies)]:addresses:' \
		'--log[nhật ký (log)]:form:(lines json off)' '--threads[luồng (threads)]:number:' '--connections[kết nối (at once)]:number:' '--share[của một địa chỉ (from one address)]:number:' '--jobs[tệp đọc cùng lúc (files at once)]:number:' \
		'--rate[yêu cầu mỗi giây (requests a second)]:number:'
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
check)
	shift words
	(( CURRENT-- ))
	_arguments $store_options '--rebuild-search[lập lại chỉ mục tìm kiếm (make the index anew)]'
	;;
backup | restore)
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
