/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-multipart.c: forms with files: the first byte says in which pieces they come; however that is, the same parts come of it */
#include "fuzz.h"
#include "multipart.h"

typedef struct {
	GString *told;
	bool open;
} Taken;

static bool
begin(const char *name, const char *file, void *user_data, GError **error)
{
	Taken *taken = user_data;
	(void)error;
	g_assert_false(taken->open);
	g_assert_true(g_utf8_validate(name, -1, NULL));
	g_assert_true(
		file == NULL || (g_utf8_validate(file, -1, NULL) && strpbrk(file, "/\\") == NULL));
	taken->open = true;
	g_string_append_printf(taken->told, "\n%s|%s|", name, file != NULL ? file : "-");
	return true;
}

static bool
take(const char *bytes, size_t len, void *user_data, GError **error)
{
	Taken *taken = user_data;
	(void)error;
	g_assert_true(taken->open);
	g_string_append_len(taken->told, bytes, (gssize)len);
	return true;
}

static bool
end(void *user_data, GError **error)
{
	Taken *taken = user_data;
	(void)error;
	g_assert_true(taken->open);
	taken->open = false;
	return true;
}

static GString *
parse(const char *bytes, size_t size, size_t step, bool *good_out)
{
	Taken taken = {g_string_new(NULL), false};
	const DdMultipartSink sink = {begin, take, end, &taken};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdMultipart)
		form = dd_multipart_new("multipart/form-data; boundary=x", &sink, &error);
	bool good = true;
	for (size_t at = 0; good && at < size; at += step)
		good = dd_multipart_feed(form, bytes + at, MIN(step, size - at), &error);
	*good_out = good && dd_multipart_finish(form, &error);
	g_assert_true(*good_out == (error == NULL));
	return taken.told;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool whole_good, pieces_good;
	if (size == 0)
		return 0;
	const char *bytes = (const char *)data + 1;
	g_autoptr(GString) whole = parse(bytes, size - 1, size, &whole_good);
	g_autoptr(GString) pieces = parse(bytes, size - 1, 1U + data[0], &pieces_good);
	g_assert_true(whole_good == pieces_good && (!whole_good || g_string_equal(whole, pieces)));
	return 0;
}
