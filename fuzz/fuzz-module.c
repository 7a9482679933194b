/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-module.h"

#include <locale.h>

#include "maxima.h"
#include "reader-module.h"

/* NOLINTNEXTLINE(readability-identifier-naming): of the module */
extern const DdReaderModule dd_reader_module;

static void
check_members(const DdDocument *document)
{
	size_t n;
	const DdMember *members = dd_document_get_members(document, &n);
	g_assert_cmpuint(n, <=, DD_MAX_MEMBERS);
	for (size_t i = 0; i < n; i++) {
		g_assert_true(g_utf8_validate(members[i].name, -1, NULL));
		g_assert_true((members[i].bytes != NULL) == (members[i].state == DD_MEMBER_WHOLE));
	}
}

void
fuzz_module(const uint8_t *data, size_t size, const char *password)
{
	static gsize prepared;
	g_autoptr(GError) error = NULL;
	if (g_once_init_enter(&prepared)) {
		g_assert_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
		g_assert_true(dd_reader_module.prepare(false, NULL));
		g_once_init_leave(&prepared, 1);
	}
	if (size == 0)
		return; /* never gets so far */
	const DdReadContext context = {.password = password};
	g_autoptr(DdDocument) read = dd_reader_module.read(data, size, &context, &error);
	g_assert_true((read == NULL) == (error != NULL));
	if (read != NULL)
		check_members(read);
}
