/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-note.h"

#include "error.h"
#include "maxima.h"

#include <glib.h>
#include <string.h>

typedef struct {
	DdProgress note;
	int before;
	int after; /* -1: refused with @code */
	int code;
} Row;

static const Row rows[] = {
	{{.done = "Đã khảo sát 5 xã", .percent = 30}, 0, 30, 0},
	{{.done = "Đã khảo sát 5 xã", .percent = -1}, 30, 30, 0},
	{{.percent = 40}, 30, 40, 0},
	{{.percent = 0, .difficulty = "Chưa có kinh phí"}, 0, 0, 0},
	{{.percent = 100, .next = "Trình ký"}, 99, 100, 0},
	{{.percent = 30}, 30, -1, DD_ERROR_MISSING},
	{{.percent = -1}, 30, -1, DD_ERROR_MISSING},
	{{.percent = -1, .done = " \n"}, 0, -1, DD_ERROR_MISSING},
	{{.percent = 20, .done = "Rà soát lại"}, 30, -1, DD_ERROR_MISSING},
	{{.percent = 20, .done = "Rà soát lại", .reason = " "}, 30, -1, DD_ERROR_MISSING},
	{{.percent = 20, .reason = "Phạm vi mở rộng thêm 3 xã"}, 30, 20, 0},
	{{.percent = 0, .reason = "Làm lại từ đầu"}, 100, 0, 0},
	{{.percent = 101, .done = "x"}, 30, -1, DD_ERROR_INVALID_DATA},
	{{.percent = -2, .done = "x"}, 30, -1, DD_ERROR_INVALID_DATA},
};

static void
test_rows(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		int after = -7;
		bool good = dd_progress_check(&rows[i].note, rows[i].before, &after, &error);
		g_assert_true(good == (rows[i].after >= 0));
		if (good)
			g_assert_no_error(error);
		else
			g_assert_error(error, DD_ERROR, rows[i].code);
		g_assert_cmpint(after, ==, good ? rows[i].after : -7);
	}
}

static void
test_long(void)
{
	g_autofree char *text = g_strnfill(DD_MAX_NOTE_BYTES + 1, 'a');
	DdProgress note = {.proposal = text, .percent = -1};
	g_autoptr(GError) error = NULL;
	int after = 5;
	g_assert_false(dd_progress_check(&note, 0, &after, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	text[DD_MAX_NOTE_BYTES] = '\0';
	g_assert_true(dd_progress_check(&note, 0, &after, NULL));
	g_assert_cmpint(after, ==, 0);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/progress/rows", test_rows);
	g_test_add_func("/progress/long", test_long);
	return g_test_run();
}
