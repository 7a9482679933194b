/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label-signature.c: signatures inside of a file in words for people */
#include "instant.h"
#include "labels.h"

#include <string.h>

static const char *const states[DD_SIGNATURE_LAST] = {
	[DD_SIGNATURE_UNREADABLE] = "không kiểm tra được",
	[DD_SIGNATURE_BROKEN] = "KHÔNG hợp lệ",
	[DD_SIGNATURE_VALID] = "hợp lệ",
};

static const char *const trusts[DD_TRUST_LAST] = {
	[DD_TRUST_UNCHECKED] = "chưa đối chiếu với tổ chức chứng thực",
	[DD_TRUST_UNKNOWN] = "tổ chức chứng thực không có trong danh sách tin cậy",
	[DD_TRUST_EXPIRED] = "chứng thư không còn hoặc chưa có hiệu lực khi ký",
	[DD_TRUST_GIVEN] = "tổ chức chứng thực được tin cậy",
};

/* Adds "15/11/2024 17:30", an hour of Vietnam */
static void
add_time(GString *out, const DdSignature *signature)
{
	int second = 0;
	DdDay day = dd_instant_day(signature->time, DD_ZONE_VIETNAM, &second);
	g_autofree char *text = signature->time > 0 ? dd_label_day(day) : NULL;
	if (text == NULL)
		g_string_append(out, " · không rõ lúc ký");
	else
		g_string_append_printf(out, " · %s %02d:%02d (%s)", text, second / 3600,
			second / 60 % 60,
			signature->time_stamped ? "dấu thời gian" : "giờ máy người ký");
}

char *
dd_label_signature(const DdSignature *signature)
{
	g_autoptr(GString) out = g_string_new(
		signature->signer != NULL ? signature->signer : "chưa rõ người ký");
	if (signature->organisation != NULL)
		g_string_append_printf(out, ", %s", signature->organisation);
	add_time(out, signature);
	g_string_append_printf(out, " · %s", states[signature->state]);
	if (signature->state == DD_SIGNATURE_VALID)
		g_string_append_printf(out, " · %s · %s",
			signature->whole ? "cả văn bản" : "tệp được ghi thêm sau khi ký",
			trusts[signature->trust]);
	return g_string_free(g_steal_pointer(&out), FALSE);
}

char *
dd_label_document_day(const DdDocumentHeader *document)
{
	g_autofree char *day = dd_label_day(document->date);
	const char *rule = document->date_raw.rule;
	if (day == NULL)
		return g_strdup(document->date_raw.value);
	if (rule == NULL ||
		(strcmp(rule, "signature-day") != 0 && strcmp(rule, "signing-stamp-day") != 0))
		return g_steal_pointer(&day);
	bool unsure = dd_label_is_unsure(document->date_raw.confidence, rule);
	return g_strdup_printf(
		"%s%s (theo ngày ký số%s)", unsure ? "? " : "", day, unsure ? "; chưa chắc" : "");
}
