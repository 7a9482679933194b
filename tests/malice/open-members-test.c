/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the files inside of one file may take together. usage: open-members-test PATH-OF-WORKER */
#include "docx-test-support.h"
#include "maxima.h"
#include "open-members.h"

#include <string.h>

#define MAIL                                                                                       \
	"From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nXin "   \
	"gửi.\n"                                                                                 \
	"--x\nContent-Disposition: attachment; filename=b.txt\n\nb\n--x--\n"

/* set once in main */
static const char *worker;

/* Names of the files inside that were told, a blank behind each */
typedef struct {
	GString *read;
	GString *late; /* refused, since the time was over */
} Told;

static void
take_found(const DdFileFound *found, void *user_data)
{
	Told *told = user_data;
	if (found->inner == NULL) {
		g_assert_no_error(found->error);
		return;
	}
	g_string_append_printf(found->error != NULL ? told->late : told->read, "%s ", found->inner);
	if (found->error != NULL) {
		g_assert_error(found->error, DD_ERROR, DD_ERROR_TOO_LARGE);
		g_assert_nonnull(strstr(found->error->message, "takes too long"));
		g_assert_false(found->skipped);
	}
	if (found->text != NULL)
		g_byte_array_unref(found->text);
}

/* Holds what is told of the files in a ZIP: two texts and a mail that has one more with it. */
static void
assert_told(unsigned seconds, const char *read, const char *late)
{
	const DdZipEntry entries[] = {{"a.txt", "a"}, {"m.eml", MAIL}, {"c.txt", "c"}, {NULL, NULL}};
	g_autoptr(GBytes) zip = dd_test_zip(entries);
	g_autoptr(GString) all_read = g_string_new(NULL);
	g_autoptr(GString) all_late = g_string_new(NULL);
	Told told = {all_read, all_late};
	dd_file_open_all_within(g_bytes_unref_to_array(g_steal_pointer(&zip)),
		&(DdFileOpenTask){.worker = worker}, seconds, take_found, &told);
	g_assert_cmpstr(told.read->str, ==, read);
	g_assert_cmpstr(told.late->str, ==, late);
}

static void
test_in_time(void)
{
	assert_told(DD_MAX_MEMBERS_SECONDS, "a.txt m.eml m.eml/b.txt c.txt ", "");
}

/* What is inside is known, and none of it is opened */
static void
test_too_long(void)
{
	assert_told(0, "", "a.txt m.eml c.txt ");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	if (argc != 2)
		return 2;
	worker = argv[1];
	g_test_add_func("/open-members/in-time", test_in_time);
	g_test_add_func("/open-members/too-long", test_too_long);
	return g_test_run();
}
