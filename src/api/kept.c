/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kept.h"

#include "audit.h"
#include "date.h"
#include "handler.h"
#include "header.h"
#include "server-private.h"

/*
 * Returns: (transfer full) all that the answer rests on. With the hash of the last record, for a database that took over for one that was lost
 * may come to a number a second time, to a hash not; who asks counts by role and unit, as rights do
 */
static char *
make_key(const DdRequest *request, const DdHash *head)
{
	char hash[DD_HASH_TEXT], day[DD_DATE_BUFFER];
	bool json = dd_header_accepts_type(request->accept, "application/json");
	const char *bound = dd_handler_get_bound(request->who);
	return g_strdup_printf("%s\n%s\n%d %d\n%s%s\n%s", dd_hash_format(head, hash),
		dd_date_format(dd_handler_get_day(request), day), (int)request->who->role, json,
		bound != NULL ? "of " : "all", bound != NULL ? bound : "", request->target);
}

bool
dd_kept_answer(const DdRequest *request, DdHandler run, DdAnswer *answer, GError **error)
{
	DdMemo *memo = request->server->memo;
	int64_t before, behind;
	DdHash head;
	if (!dd_audit_get_head(request->store, &before, &head, error))
		return false;
	g_autofree char *key = make_key(request, &head);
	g_autoptr(GBytes) kept = dd_memo_find(memo, before, key);
	if (kept != NULL) {
		dd_answer_set_json(answer, kept);
		return true;
	}
	if (!run(request, answer, error))
		return false;
	/* what is refused, made as it is sent or to be made in another lane is none */
	if (answer->status != 200 || answer->body == NULL)
		return true;
	if (!dd_audit_get_head(request->store, &behind, NULL, error))
		return false;
	/* nothing changed while it was made */
	if (behind == before)
		dd_memo_keep(memo, before, key, answer->body);
	return true;
}
