/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure-test.c: full lines told from those that ended, by letters and by the widths of a printed page */
#include "measure.h"

#include <string.h>

#include "context-test-support.h"
#include "lines.h"

/* As Times New Roman fills 16 cm; the first lines of paragraphs are 1 cm shorter */
static const char printed[] =
	"1. Công ty TNHH MTV ĐƯỜNG BỘ MƯỜNG HUM VÀ TRẠM TẤU\n"
	"rà soát, sửa chữa lại các đoạn đường tuần tra bị sạt lở trong mùa mưa vừa qua,\n"
	"bảo đảm xe máy đi được trong mọi thời tiết và người đi tuần không phải vòng\n"
	"qua khe suối khi có lũ về.\n"
	"2. Chi cục Kiểm lâm khảo sát, lập dự toán sửa chữa nhà tạm của các trạm\n"
	"còn lại, lấy ý kiến của người đang ở trạm về chỗ đặt bếp, bể nước và kho cất\n"
	"dụng cụ chữa cháy, gửi hồ sơ về Sở để thẩm định trước khi trình ủy ban quyết\n"
	"định.\n"
	"3. Văn phòng theo dõi việc sửa chữa ở từng trạm, nhắc những nơi làm\n"
	"chậm và ghi lại lý do; cuối mỗi tháng cộng số mét đường đã sửa, số nhà đã lợp\n"
	"lại mái, số bể nước đã trát lại để các trạm cùng biết nơi nào làm tốt và nơi nào\n"
	"còn thiếu.\n"
	"4. Các trạm cử người trông vật liệu, cho thợ ăn ở nhờ trong thời gian sửa\n"
	"chữa, báo ngay cho chi cục khi thiếu vật liệu hoặc khi đường lại sạt, có ảnh\n"
	"chụp trước và sau khi sửa để đoàn kiểm tra đối chiếu khi cần và để năm sau\n"
	"làm dự toán cho đúng.\n"
	"5. Các hộ nhận khoán phát dọn cỏ hai bên đường, giữ rãnh thoát nước\n"
	"không bị lấp, không thả trâu bò trên đoạn đường mới sửa khi đất còn mềm và\n"
	"cùng trạm đi xem lại đường sau mỗi trận mưa lớn để kịp thời vá những chỗ\n"
	"mới bị xói lở.\n"
	"6. Đoàn viên thanh niên MANG MÀU CỜ, MANG BẢNG MƯA XUÂN\n"
	"giúp các trạm dựng lại hàng rào, trồng lại hàng cây chắn gió ở đầu hồi nhà,\n"
	"đóng lại cửa và quét vôi những bức tường đã bạc màu vì mưa nắng nhiều năm\n"
	"qua.\n";

static DdMeasure
measure(DdTestContext *test, const char *text)
{
	DdMeasure measure;
	dd_test_context_init(test, dd_lexicon_new(), DD_DAMAGE_NONE, text);
	dd_lines_read(&test->context);
	dd_measure_lines(&test->context, &measure);
	return measure;
}

static void
test_printed(void)
{
	g_auto(DdTestContext) test;
	DdMeasure found = measure(&test, printed);
	g_assert_true(found.wrapped);
	g_assert_true(found.printed);
	g_assert_false(found.ragged);
	g_assert_cmpuint(found.ems, >, 30000);
	g_assert_cmpuint(found.ems, <, 33000);
	/* full in ems, though much shorter in letters than the line below it: capitals are wide */
	g_assert_false(dd_measure_was_ended(&found, &test.context, 0, 1, true));
	g_assert_true(dd_measure_was_ended(&found, &test.context, 3, 4, false));
	g_assert_true(dd_measure_was_ended(&found, &test.context, 15, 16, false));
}

/* Lines of 40 letters, as a screen breaks them: the widths of letters say nothing. */
static void
test_letters(void)
{
	GString *text = g_string_new(NULL);
	for (int i = 0; i < 20; i++)
		g_string_append(text, i % 2 == 0 ? "rà soát các hồ sơ lưu trữ đã nộp vào kho\n"
						 : "mmm mmm mmm mmm mmm mmm mmm mmm mmm mmmm\n");
	g_auto(DdTestContext) test;
	DdMeasure found = measure(&test, text->str);
	g_string_free(text, TRUE);
	g_assert_true(found.wrapped);
	g_assert_false(found.printed);
	g_assert_cmpuint(found.width, ==, 40);
	g_assert_false(dd_measure_was_ended(&found, &test.context, 0, 1, true));
}

static void
test_not_wrapped(void)
{
	g_autofree char *line = g_strnfill(300, 'a');
	g_autofree char *text = g_strconcat(line, "\n", line, "\n", NULL);
	g_auto(DdTestContext) test;
	DdMeasure found = measure(&test, text);
	g_assert_false(found.wrapped);
	g_assert_true(dd_measure_was_ended(&found, &test.context, 0, 1, true));
}

/* Short items, each on a line of its own, and two paragraphs that no page broke */
static void
test_few_long(void)
{
	GString *text = g_string_new(NULL);
	g_autofree char *line = g_strnfill(300, 'A');
	for (int i = 1; i <= 30; i++)
		g_string_append_printf(text, "%d. Rà soát hồ sơ; thực hiện trong năm\n%s%s", i,
			i % 15 == 0 ? line : "", i % 15 == 0 ? "\n" : "");
	g_auto(DdTestContext) test;
	DdMeasure found = measure(&test, text->str);
	g_string_free(text, TRUE);
	g_assert_false(found.wrapped);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/measure/printed", test_printed);
	g_test_add_func("/measure/letters", test_letters);
	g_test_add_func("/measure/not-wrapped", test_not_wrapped);
	g_test_add_func("/measure/few-long", test_few_long);
	return g_test_run();
}
