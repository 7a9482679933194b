/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-test.c: expressions of time as plans write them, whole values, dates and broken scans */
#include <locale.h>
#include <string.h>

#include "when-test-support.h"

static unsigned
check_values(DdTimeFixture *fixture, DdDamage damage, const DdTimeRow *rows, size_t n)
{
	unsigned wrong = 0;
	for (size_t i = 0; i < n; i++) {
		DdTime time;
		dd_tokens_scan(&fixture->tokens, fixture->lexicon, damage, rows[i].text, 0,
			strlen(rows[i].text));
		dd_time_parse(fixture->grammar, &fixture->tokens, 0, fixture->tokens.n,
			rows[i].year, fixture->arena, &time);
		g_autofree char *got = dd_time_show(&time);
		if (strcmp(got, rows[i].want) != 0) {
			g_test_message("'%s' (%d): got '%s', want '%s'", rows[i].text, rows[i].year,
				got, rows[i].want);
			wrong++;
		}
	}
	return wrong;
}

static const DdTimeRow values[] = {
	/* clang-format off */
	{2025, "Quý II, Quý IV", "staged [|2025-04-01..2025-06-30] [|2025-10-01..2025-12-31]"},
	{2025, "Tháng 02 và tháng 6/2026", "staged [|2026-02-01..2026-02-28] [|2026-06-01..2026-06-30]"},
	{2025, "Trước ngày 30/6/2025 và trước ngày 15/12/2025", "staged [|..2025-06-30] [|..2025-12-15]"},
	/* letters read or typed for digits of a date */
	{2025, "trước ngày l5/12/2025", "by-date ..2025-12-15"},
	{2025, "trước ngày 3O/5 hằng năm", "annual every=year before=05-30"},
	{2025, "từ ngày O1/1O/2025 đến ngày 2l/12/2O25", "range 2025-10-01..2025-12-21"},
	{2025, "Quý II, Quý III", "range 2025-04-01..2025-09-30"},
	{2025, "Kỳ họp HĐND tỉnh giữa năm 2025", "event {Kỳ họp HĐND tỉnh giữa năm 2025}"},
	{2025, "Kỳ họp thường lệ tháng 7/2025", "month 2025-07-01..2025-07-31"},
	/* continuous */
	{2024, "Thường xuyên", "continuous"},
	{2024, "thường xuyên.", "continuous"},
	{2024, "Thường xuyên, liên tục", "continuous"},
	{2024, "Liên tục", "continuous"},
	{2024, "Thực hiện thường xuyên", "continuous"},
	{2024, "Thường xuyên trong năm", "continuous"},
	{2024, "Thường xuyên và theo yêu cầu", "continuous"},
	{2024, "THƯỜNG XUYÊN", "continuous"},
	/* annual */
	{2024, "Hằng năm", "annual every=year"},
	{2024, "Hàng năm", "annual every=year"},
	{2024, "Thường xuyên hằng năm", "annual every=year"},
	{2024, "Thường xuyên, hàng năm", "annual every=year"},
	{2024, "Hằng năm, trước ngày 15/12", "annual every=year before=12-15"},
	{2024, "trước ngày 10/12 hằng năm", "annual every=year before=12-10"},
	{2024, "Trước ngày 15 tháng 12 hằng năm", "annual every=year before=12-15"},
	{2024, "Trước 15/6 hằng năm", "annual every=year before=06-15"},
	{2024, "Chậm nhất ngày 05/12 hàng năm", "annual every=year before=12-05"},
	{2024, "Quý IV hằng năm", "annual every=year"},
	{2024, "Tháng 12 hàng năm", "annual every=year"},
	{2024, "Mỗi năm", "annual every=year"},
	{2024, "Mỗi năm 01 lần", "annual every=year"},
	{2024, "01 lần/năm", "annual every=year"},
	{2024, "Định kỳ hằng năm", "annual every=year"},
	{2024, "Hằng năm, giai đoạn 2026 - 2030", "annual 2026-01-01..2030-12-31 every=year"},
	/* whole-year */
	{2024, "Cả năm", "whole-year 2024-01-01..2024-12-31"},
	{2024, "Cả năm 2024", "whole-year 2024-01-01..2024-12-31"},
	{2024, "Trong năm", "whole-year 2024-01-01..2024-12-31"},
	{2024, "Trong năm 2024", "year 2024-01-01..2024-12-31"},
	{2025, "Hoàn thành trong năm 2025", "year 2025-01-01..2025-12-31"},
	{0, "Cả năm", "whole-year"},
	{2024, "Quanh năm", "whole-year 2024-01-01..2024-12-31"},
	/* quarter */
	{2024, "Quý II", "quarter 2024-04-01..2024-06-30"},
	{2024, "Quý II/2024", "quarter 2024-04-01..2024-06-30"},
	{2024, "Quý II năm 2025", "quarter 2025-04-01..2025-06-30"},
	{2024, "Quý 2", "quarter 2024-04-01..2024-06-30"},
	{2024, "Quý 3/2025", "quarter 2025-07-01..2025-09-30"},
	{2024, "Quý IV-2024", "quarter 2024-10-01..2024-12-31"},
	{2024, "Quý I", "quarter 2024-01-01..2024-03-31"},
	{2024, "Trong quý III", "quarter 2024-07-01..2024-09-30"},
	{2024, "Hoàn thành trong quý I/2024", "quarter 2024-01-01..2024-03-31"},
	{2024, "Cuối quý II", "quarter 2024-04-01..2024-06-30"},
	{2024, "Đầu quý III/2024", "quarter 2024-07-01..2024-09-30"},
	{2024, "Giữa quý III", "quarter 2024-07-01..2024-09-30"},
	{2024, "Dự kiến Quý IV/2024", "quarter 2024-10-01..2024-12-31"},
	{2024, "Q2/2024", "quarter 2024-04-01..2024-06-30"},
	{2024, "QIII/2024", "quarter 2024-07-01..2024-09-30"},
	{2024, "Quý Il/2024", "quarter 2024-04-01..2024-06-30"},
	{2024, "Quí IV/2024", "quarter 2024-10-01..2024-12-31"},
	{2024, "QUÝ II/2024", "quarter 2024-04-01..2024-06-30"},
	{2024, "Quý II, năm 2025", "quarter 2025-04-01..2025-06-30"},
	{0, "Quý II", "quarter"},
	{2024, "Quý V", "event {Quý V}"},
	/* month */
	{2024, "Tháng 6", "month 2024-06-01..2024-06-30"},
	{2024, "tháng 6/2025", "month 2025-06-01..2025-06-30"},
	{2024, "Tháng 02 năm 2024", "month 2024-02-01..2024-02-29"},
	{2024, "06/2024", "month 2024-06-01..2024-06-30"},
	{2024, "Trong tháng 12/2024", "month 2024-12-01..2024-12-31"},
	{2024, "T6/2024", "month 2024-06-01..2024-06-30"},
	{2024, "Cuối tháng 6/2024", "month 2024-06-01..2024-06-30"},
	{2024, "Dự kiến tổ chức vào tháng 9/2024", "month 2024-09-01..2024-09-30"},
	{2024, "Tuần 2 tháng 6", "range 2024-06-08..2024-06-14"},
	{2024, "tháng 13/2024", "event {tháng 13/2024}"},
	{2024, "Tháng 6 2025", "month 2025-06-01..2025-06-30"},
	/* year */
	{2020, "Năm 2021", "year 2021-01-01..2021-12-31"},
	{2020, "2025", "year 2025-01-01..2025-12-31"},
	{2020, "năm 2025.", "year 2025-01-01..2025-12-31"},
	{2024, "Cuối năm 2025", "year 2025-01-01..2025-12-31"},
	{2024, "Đầu năm 2025", "year 2025-01-01..2025-12-31"},
	{2024, "Cuối năm", "year 2024-01-01..2024-12-31"},
	{2024, "năm 20222", "event {năm 20222}"},
	/* by-date */
	{2024, "trước ngày 30/6/2024", "by-date ..2024-06-30"},
	{2024, "Trước 30/6", "by-date ..2024-06-30"},
	{2024, "Trước ngày 30 tháng 6 năm 2024", "by-date ..2024-06-30"},
	{2024, "Trước ngày 30 tháng 6", "by-date ..2024-06-30"},
	{2024, "Chậm nhất ngày 15/5/2025", "by-date ..2025-05-15"},
	{2024, "Chậm nhất là ngày 15/5/2025", "by-date ..2025-05-15"},
	{2024, "Muộn nhất ngày 15/5", "by-date ..2024-05-15"},
	{2024, "Đến ngày 31/12/2024", "by-date ..2024-12-31"},
	{2024, "Hết ngày 31/12/2024", "by-date ..2024-12-31"},
	{2025, "Xong trước tháng 9/2025", "by-date ..2025-08-31"},
	{2025, "Trước quý IV", "by-date ..2025-09-30"},
	{2025, "Trước năm 2026", "by-date ..2025-12-31"},
	{2025, "Chậm nhất tháng 9/2025", "by-date ..2025-09-30"},
	{2025, "Từ nay đến hết năm 2025", "by-date ..2025-12-31"},
	{2025, "Đến hết năm 2025", "by-date ..2025-12-31"},
	{2025, "Đến năm 2030", "by-date ..2030-12-31"},
	{2025, "Đến hết quý II", "by-date ..2025-06-30"},
	{2025, "Hết quý III/2025", "by-date ..2025-09-30"},
	{2025, "Ngày 15/5/2025", "by-date ..2025-05-15"},
	{2025, "15/5/2025", "by-date ..2025-05-15"},
	{2025, "15.5.2025", "by-date ..2025-05-15"},
	{2025, "Ngày 15 tháng 5 năm 2025", "by-date ..2025-05-15"},
	{2025, "Hoàn thành trước ngày 15/5/2025", "by-date ..2025-05-15"},
	{2025, "Trình UBND tỉnh trước ngày 30/6/2025", "by-date ..2025-06-30"},
	{2025, "Trước 17h00 ngày 15/5/2025", "by-date ..2025-05-15"},
	{2025, "Trước 17 giờ ngày 15/5/2025", "by-date ..2025-05-15"},
	{2025, "30/6", "by-date ..2025-06-30"},
	{2025, "Trong vòng 30 ngày kể từ ngày 15/5/2025", "by-date ..2025-06-14"},
	{2025, "Đến năm 2025, định hướng đến năm 2030", "by-date ..2025-12-31"},
	{2025, "Trước cuối quý II", "by-date ..2025-06-30"},
	{0, "Trước ngày 30/6", "by-date"},
	{2025, "Kể từ ngày ban hành đến hết năm 2025", "by-date ..2025-12-31"},
	{2025, "Từ khi ban hành đến 30/6/2025", "by-date ..2025-06-30"},
	{2025, "Trước thời điểm 01/7/2025", "by-date ..2025-07-01"},
	{2025, "Thứ Năm, ngày 15/5/2025", "by-date ..2025-05-15"},
	{2025, "08h00 ngày 15/5/2025", "by-date ..2025-05-15"},
	/* range */
	{2020, "Năm 2021 - 2030", "range 2021-01-01..2030-12-31"},
	{2020, "2021-2025", "range 2021-01-01..2025-12-31"},
	{2020, "2021- 2030", "range 2021-01-01..2030-12-31"},
	{2020, "2021 – 2030", "range 2021-01-01..2030-12-31"},
	{2025, "Giai đoạn 2026 - 2030", "range 2026-01-01..2030-12-31"},
	{2025, "Nhiệm kỳ 2025 - 2030", "range 2025-01-01..2030-12-31"},
	{2020, "Từ năm 2021 – 2030", "range 2021-01-01..2030-12-31"},
	{2020, "Từ năm 2021 đến năm 2030", "range 2021-01-01..2030-12-31"},
	{2020, "Từ năm 2021 đến hết năm 2030", "range 2021-01-01..2030-12-31"},
	{2020, "Năm 2024, 2025", "range 2024-01-01..2025-12-31"},
	{2020, "Các năm 2024, 2025 và 2026", "range 2024-01-01..2026-12-31"},
	{2024, "Quý I-II", "range 2024-01-01..2024-06-30"},
	{2024, "Quý I - Quý II/2025", "range 2025-01-01..2025-06-30"},
	{2024, "Quý III và Quý IV", "range 2024-07-01..2024-12-31"},
	{2024, "Quý I, II, III", "range 2024-01-01..2024-09-30"},
	{2024, "Quý III, IV/2024", "range 2024-07-01..2024-12-31"},
	{2024, "Quý IV/2024 - Quý I/2025", "range 2024-10-01..2025-03-31"},
	{2024, "Từ quý II đến quý IV năm 2024", "range 2024-04-01..2024-12-31"},
	{2024, "6 tháng đầu năm", "range 2024-01-01..2024-06-30"},
	{2024, "06 tháng cuối năm 2024", "range 2024-07-01..2024-12-31"},
	{2024, "Sáu tháng đầu năm 2025", "range 2025-01-01..2025-06-30"},
	{2024, "Trong 6 tháng cuối năm", "range 2024-07-01..2024-12-31"},
	{2024, "9 tháng đầu năm", "range 2024-01-01..2024-09-30"},
	{2024, "Nửa cuối năm 2024", "range 2024-07-01..2024-12-31"},
	{2025, "Tháng 6 - 8/2025", "range 2025-06-01..2025-08-31"},
	{2025, "Tháng 6, 7 năm 2025", "range 2025-06-01..2025-07-31"},
	{2025, "Tháng 6 và tháng 7/2025", "range 2025-06-01..2025-07-31"},
	{2025, "Từ tháng 3 đến tháng 6/2025", "range 2025-03-01..2025-06-30"},
	{2025, "Tháng 3/2025 đến hết tháng 6/2025", "range 2025-03-01..2025-06-30"},
	{2025, "Tháng 11/2025 - 02/2026", "range 2025-11-01..2026-02-28"},
	{2025, "Từ tháng 11 đến tháng 2/2026", "range 2025-11-01..2026-02-28"},
	{2025, "Từ ngày 01/6/2025 đến ngày 30/9/2025", "range 2025-06-01..2025-09-30"},
	{2025, "Từ ngày 05 đến ngày 10/6/2025", "range 2025-06-05..2025-06-10"},
	{2025, "Từ 01/6 đến 30/6/2025", "range 2025-06-01..2025-06-30"},
	{2025, "Ngày 05 - 10/6/2025", "range 2025-06-05..2025-06-10"},
	{2025, "01/6/2025 - 30/6/2025", "range 2025-06-01..2025-06-30"},
	{2025, "Từ tháng 6 đến hết năm 2025", "range 2025-06-01..2025-12-31"},
	{2025, "Bắt đầu: tháng 1/2025; kết thúc: tháng 12/2025", "range 2025-01-01..2025-12-31"},
	{2025, "Năm học 2025 - 2026", "range 2025-09-01..2026-05-31"},
	{2025, "02 năm (2025 - 2026)", "range 2025-01-01..2026-12-31"},
	{2025, "24 tháng, từ tháng 6/2025 đến tháng 6/2027", "range 2025-06-01..2027-06-30"},
	{2025, "Trong 02 năm 2025 - 2026", "range 2025-01-01..2026-12-31"},
	{2025, "Giai đoạn 1: 2021-2025; Giai đoạn 2: 2026-2030", "staged [Giai đoạn 1|2021-01-01..2025-12-31] [Giai đoạn 2|2026-01-01..2030-12-31]"},
	{2025, "20-21/6/2025", "range 2025-06-20..2025-06-21"},
	{2025, "Từ 15/5 – 20/5/2025", "range 2025-05-15..2025-05-20"},
	{2025, "Quý II/2025 - Quý I/2026", "range 2025-04-01..2026-03-31"},
	/* from */
	{2025, "Tháng 3/2025 và các tháng tiếp theo", "from 2025-03-01.."},
	{2025, "Từ 01/7/2025 đến khi hoàn thành", "from 2025-07-01.."},
	{2024, "Từ năm 2024", "from 2024-01-01.."},
	{2024, "Từ năm 2025 trở đi", "from 2025-01-01.."},
	{2020, "Năm 2020 và những năm tiếp theo", "from 2020-01-01.."},
	{2020, "Năm 2021 và các năm tiếp theo", "from 2021-01-01.."},
	{2020, "Năm 2021 và các năm sau", "from 2021-01-01.."},
	{2020, "Trong năm 2021 và những năm tiếp theo", "from 2021-01-01.."},
	{2025, "Sau tháng 7/2025", "from 2025-08-01.."},
	{2025, "Sau ngày 15/5/2025", "from 2025-05-16.."},
	{2025, "Từ quý II/2025", "from 2025-04-01.."},
	{2025, "Từ tháng 7/2025", "from 2025-07-01.."},
	{2025, "Kể từ ngày 01/7/2025", "from 2025-07-01.."},
	{2025, "Bắt đầu từ năm 2026", "from 2026-01-01.."},
	{2025, "Từ ngày 01/7/2025", "from 2025-07-01.."},
	/* event */
	{2022, "Theo hướng dẫn của cấp trên", "event {Theo hướng dẫn của cấp trên}"},
	{2022, "Theo  quy định.", "event {Theo quy định}"},
	{2022, "Khi có yêu cầu", "event {Khi có yêu cầu}"},
	{2022, "Sau khi Bộ ban hành", "event {Sau khi Bộ ban hành}"},
	{2022, "Sau khi Bộ ban hành hướng dẫn năm 2023", "event {Sau khi Bộ ban hành hướng dẫn năm 2023}"},
	{2022, "Ngay sau khi Kế hoạch được ban hành", "event {Ngay sau khi Kế hoạch được ban hành}"},
	{2022, "Theo kế hoạch", "event {Theo kế hoạch}"},
	{2022, "Theo Kế hoạch năm 2024 của UBND tỉnh", "event {Theo Kế hoạch năm 2024 của UBND tỉnh}"},
	{2022, "Theo kế hoạch hằng năm", "event {Theo kế hoạch hằng năm}"},
	{2022, "Thực hiện theo tiến độ của dự án", "event {Thực hiện theo tiến độ của dự án}"},
	{2022, "Trong vòng 10 ngày làm việc kể từ ngày nhận được hồ sơ", "event {Trong vòng 10 ngày làm việc kể từ ngày nhận được hồ sơ}"},
	{2022, "Trong thời hạn 05 ngày làm việc kể từ ngày 15/5/2022", "event {Trong thời hạn 05 ngày làm việc kể từ ngày 15/5/2022}"},
	{2022, "Trước kỳ họp tháng 7/2022 của HĐND tỉnh", "event {Trước kỳ họp tháng 7/2022 của HĐND tỉnh}"},
	{2022, "12 tháng", "event {12 tháng}"},
	{2022, "Vụ Đông Xuân 2022 - 2023", "event {Vụ Đông Xuân 2022 - 2023}"},
	{2022, "Ngày 10/3 âm lịch", "event {Ngày 10/3 âm lịch}"},
	{2026, "Quý IV/2025 và năm 2026", "range 2025-10-01..2026-12-31"},
	{2026, "Các ngày 01/3, 15/3 và 29/3/2026", "staged [|..2026-03-01] [|..2026-03-15] [|..2026-03-29]"},
	{2022, "Như trên", "event {Như trên}"},
	{2022, "nt", "event {nt}"},
	{2022, "Đột xuất", "event {Đột xuất}"},
	{2022, "Kịp thời", "event {Kịp thời}"},
	{2024, "31/02/2024", "event {31/02/2024}"},
	{2024, "Trước ngày 31/02/2024", "event {Trước ngày 31/02/2024}"},
	{2024, "Ngày 31/4", "event {Ngày 31/4}"},
	{2024, "99999999999999999999999999999999999999999999999999999999", "event {99999999999999999999999999999999999999999999999999999999}"},
	{2024, "Nếu có phát sinh", "event {Nếu có phát sinh}"},
	{2024, "Tùy tình hình thực tế", "event {Tùy tình hình thực tế}"},
	{2024, "Kể từ ngày ban hành", "event {Kể từ ngày ban hành}"},
	{2024, "Từ ngày ký ban hành", "event {Từ ngày ký ban hành}"},
	{2024, "Trong quý", "event {Trong quý}"},
	/* periodic */
	{2024, "Theo định kỳ hằng quý", "periodic every=quarter"},
	{2024, "Hàng quý (trước ngày 15 của tháng cuối quý)", "periodic every=quarter before=15"},
	{2024, "Thứ Sáu hằng tuần", "periodic every=week"},
	{2024, "Vào ngày 15 hàng tháng", "periodic every=month before=15"},
	{2024, "6 tháng/1 lần", "periodic every=half-year"},
	{2024, "Giao ban hằng tháng", "periodic every=month"},
	{2024, "Hằng tháng", "periodic every=month"},
	{2024, "Hàng quý", "periodic every=quarter"},
	{2024, "Hằng tuần", "periodic every=week"},
	{2024, "Hằng ngày", "periodic every=day"},
	{2024, "Định kỳ 6 tháng", "periodic every=half-year"},
	{2024, "Định kỳ 06 tháng/lần", "periodic every=half-year"},
	{2024, "6 tháng một lần", "periodic every=half-year"},
	{2024, "Định kỳ hằng tháng", "periodic every=month"},
	{2024, "Định kỳ hàng quý", "periodic every=quarter"},
	{2024, "2 lần/năm", "periodic every=half-year"},
	{2024, "02 lần / năm", "periodic every=half-year"},
	{2024, "4 lần/năm", "periodic every=quarter"},
	{2024, "1 lần/tháng", "periodic every=month"},
	{2024, "01 lần/quý", "periodic every=quarter"},
	{2024, "3 tháng/lần", "periodic every=quarter"},
	{2024, "Quý/lần", "periodic every=quarter"},
	{2024, "Mỗi quý một lần", "periodic every=quarter"},
	{2024, "Hằng tháng, trước ngày 05 của tháng liền kề", "periodic every=month before=05"},
	{2024, "Trước ngày 25 hằng tháng", "periodic every=month before=25"},
	{2024, "Trước 16 giờ 00 ngày 25 hằng tháng", "periodic every=month before=25"},
	{2024, "Trước 17h thứ 5 hàng tuần", "periodic every=week"},
	{2024, "Trước ngày 05 tháng sau", "periodic every=month before=05"},
	{2024, "Chậm nhất ngày 03 của tháng liền kề", "periodic every=month before=03"},
	{2024, "Trước ngày 01/12 năm trước liền kề", "annual every=year before=12-01"},
	{2024, "Sau ngày 15/3 tháng trước đó còn 2 tháng", "from 2024-03-16.."},
	{2024, "Trước ngày 31 tháng 01 năm sau", "annual every=year before=01-31"},
	{2024, "Năm 2024 và các năm tiếp theo", "from 2024-01-01.."},
	{2024, "Trực 24/24 giờ", "continuous"},
	{2024, "Các ngày 12, 13, 14 tháng 3 năm 2026", "range 2026-03-12..2026-03-14"},
	{2024, "Ngày 12, 13 và 14/3/2026", "range 2026-03-12..2026-03-14"},
	{2024, "Ngày 20 hàng tháng", "periodic every=month before=20"},
	{2024, "Trước ngày 20 tháng cuối quý", "periodic every=quarter before=20"},
	{2024, "Định kỳ 3 năm, 5 năm", "periodic every=3 năm,5 năm"},
	{2024, "Định kỳ hằng quý, 6 tháng, năm", "periodic every=quarter,half-year,year"},
	{2024, "Hằng tháng, hằng quý", "periodic every=month,quarter"},
	{2024, "Hằng tháng, quý, năm", "periodic every=month,quarter,year"},
	{2024, "Hằng quý và hằng năm", "periodic every=quarter,year"},
	{2024, "6 tháng và hằng năm", "annual every=year"},
	{2024, "Thường xuyên, định kỳ hằng quý", "periodic every=quarter"},
	{2024, "Hằng năm 02 lần", "periodic every=half-year"},
	{2024, "Định kỳ 2 tuần", "periodic every=2 tuần"},
	/* none */
	{2024, "", "none"},
	{2024, "…", "none"},
	{2024, "........", "none"},
	{2026, "năm 2026 xóa 15 điểm, 6 tháng đầu năm 2027 xóa 8 điểm.",
		"staged [xóa 15 điểm|2026-01-01..2026-12-31] [xóa 8 điểm|2027-01-01..2027-06-30]"},
	{2026, "quý III/2026 giải phóng mặt bằng, quý I/2027 khởi công", "staged [giải phóng mặt bằng|2026-07-01..2026-09-30] [khởi công|2027-01-01..2027-03-31]"},
	{2026, "Trình Chính phủ: tháng 10/2026; ban hành: tháng 12/2026",
		"staged [Trình Chính phủ|2026-10-01..2026-10-31] [ban hành|2026-12-01..2026-12-31]"},
	{2024, "-", "none"},
	{2024, "ngày … tháng … năm 2024", "none"},
	{2024, "Định kỳ", "none"},
	/* staged */
	{2022, "Tham mưu Nghị quyết của Ban Thường vụ Tỉnh ủy: năm 2022, tham mưu Nghị quyết của HĐND tỉnh: năm 2023; thực hiện ở các năm tiếp theo sau khi Nghị quyết được ban hành.", "staged [Tham mưu Nghị quyết của Ban Thường vụ Tỉnh ủy|2022-01-01..2022-12-31] [tham mưu Nghị quyết của HĐND tỉnh|2023-01-01..2023-12-31] [thực hiện ở các năm tiếp theo sau khi Nghị quyết được ban hành|]"},
	{2020, "Năm 2022 - 2024: Xây dựng quy hoạch. Năm 2025 và những năm tiếp theo: Triển khai thực hiện.", "staged [Xây dựng quy hoạch|2022-01-01..2024-12-31] [Triển khai thực hiện|2025-01-01..]"},
	{2020, "Năm 2025 - 2030: 80% trường THPT được tổ chức dạy thí điểm; 50% trường THCS được tổ chức dạy thí điểm. Năm 2030 – 2045: triển khai đại trà cho tất cả các trường THCS, THPT.", "staged [80% trường THPT được tổ chức dạy thí điểm; 50% trường THCS được tổ chức dạy thí điểm|2025-01-01..2030-12-31] [triển khai đại trà cho tất cả các trường THCS, THPT|2030-01-01..2045-12-31]"},
	{2024, "Dự thảo: Quý I; trình ban hành: Quý II/2024", "staged [Dự thảo|2024-01-01..2024-03-31] [trình ban hành|2024-04-01..2024-06-30]"},
	{2024, "Xây dựng dự thảo trong quý I; trình UBND tỉnh trước ngày 30/6/2024", "staged [Xây dựng dự thảo|2024-01-01..2024-03-31] [trình UBND tỉnh|..2024-06-30]"},
	{2026, "Chọn thầu quý II/2026; thi công, vận hành quý IV/2026; bảo trì hằng năm", "staged [Chọn thầu|2026-04-01..2026-06-30] [thi công, vận hành|2026-10-01..2026-12-31] [bảo trì hằng năm|]"},
	{2026, "Khảo sát đợt 1 năm 2026, đợt 2 năm 2027; sơ kết 2028", "staged [Khảo sát đợt 1|2026-01-01..2026-12-31] [đợt 2|2027-01-01..2027-12-31] [sơ kết|2028-01-01..2028-12-31]"},
	{2026, "Dạy thử quý III/2026; mở lớp hằng năm 2027 - 2029", "staged [Dạy thử|2026-07-01..2026-09-30] [mở lớp hằng năm|2027-01-01..2029-12-31]"},
	{2026, "Bắt đầu quý I/2026, hoàn thành quý III/2026", "range 2026-01-01..2026-09-30"},
	{2024, "Quý I: khảo sát; Quý II: xây dựng đề án; Quý III: trình", "staged [khảo sát|2024-01-01..2024-03-31] [xây dựng đề án|2024-04-01..2024-06-30] [trình|2024-07-01..2024-09-30]"},
	/* clang-format on */
};

static void
test_values(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	g_assert_cmpuint(check_values(fixture, DD_DAMAGE_NONE, values, G_N_ELEMENTS(values)), ==, 0);
}

/* A scan whose marks are broken */
static const DdTimeRow broken_values[] = {
	/* clang-format off */
	{2020, "Thuong xuyén hang nim.", "annual every=year"},
	{2020, "Nam 2021 va nhimg ndm tiép theo.", "from 2021-01-01.."},
	{2020, "Nam 2022-2025.", "range 2022-01-01..2025-12-31"},
	{2020, "Thuong xuyén hang nam.", "annual every=year"},
	{2020, "Thudng xuyén hang nam.", "annual every=year"},
	{2020, "Nam 2020 va nhitng nim tiép theo.", "from 2020-01-01.."},
	{2020, "Nam 2020 va nhitng nim tiép theo.", "from 2020-01-01.."},
	{2020, "Nam 2020 va nhig nim tiép theo.", "from 2020-01-01.."},
	{2020, "Nam 2020 va nhimg nam tiép theo.", "from 2020-01-01.."},
	{2020, "T nam 2021 — 2030.", "range 2021-01-01..2030-12-31"},
	{2020, "TU nam 2021 — 2030.", "range 2021-01-01..2030-12-31"},
	{2020, "Tirnam 2021 — 2025.", "range 2021-01-01..2025-12-31"},
	{2020, "2021- 2030", "range 2021-01-01..2030-12-31"},
	{2020, "Theo hudng dan cia B Théng tin va Tr uyén thong va theo thuc tién.", "event {Theo hudng dan cia B Théng tin va Tr uyén thong va theo thuc tién}"},
	{2020, "Nam 2022 - 2024: X4y dung quy hoach. Nim 2025 va nhitng nam tiép theo: Trién khai thuc hién.", "staged [X4y dung quy hoach|2022-01-01..2024-12-31] [Trién khai thuc hién|2025-01-01..]"},
	{2020, "Nam 2021 — 2030.", "range 2021-01-01..2030-12-31"},
	{2020, "Nam 2021.", "year 2021-01-01..2021-12-31"},
	{2020, "Nam 2021 — 2030.", "range 2021-01-01..2030-12-31"},
	{2020, "Tir nam 2021 — 2030.", "range 2021-01-01..2030-12-31"},
	{2020, "Tirndm 2021 - 2030.", "range 2021-01-01..2030-12-31"},
	{2020, "Nam 2020 — 2030.", "range 2020-01-01..2030-12-31"},
	{2020, "Nam 2020 va nhimg nim tiép theo.", "from 2020-01-01.."},
	{2020, "2020 - 2030", "range 2020-01-01..2030-12-31"},
	{2020, "Nam 2020 — 2030.", "range 2020-01-01..2030-12-31"},
	{2020, "Nam 2020 — 2030,", "range 2020-01-01..2030-12-31"},
	{2020, "Thudng xuyén.", "continuous"},
	{2020, "Nam 2020 — 2030.", "range 2020-01-01..2030-12-31"},
	{2020, "Nam 2025 - 2030: 80% truomg THPT dugc té chire day thi diém; 50% truong THCS duoc t6 chirc day thi diém. Nam 2030 — 2045: trién khai dai tra cho tat ¢4 cac truong THCS, THPT.", "staged [80% truomg THPT dugc té chire day thi diém; 50% truong THCS duoc t6 chirc day thi diém|2025-01-01..2030-12-31] [trién khai dai tra cho tat ¢4 cac truong THCS, THPT|2030-01-01..2045-12-31]"},
	{2020, "Nam 2020 va nhiing nam tiép theo.", "from 2020-01-01.."},
	{2020, "Nam 2021 va nhitng nim tiép theo.", "from 2021-01-01.."},
	{2020, "Nam 2020 va nhimg nam tiép theo.", "from 2020-01-01.."},
	{2020, "Nam 2022 — 2025.", "range 2022-01-01..2025-12-31"},
	{2020, "Ndm 2021 va nhitng nam tiép theo.", "from 2021-01-01.."},
	{2020, "Nam 2021- 2025.", "range 2021-01-01..2025-12-31"},
	{2020, "Nam 2021- 2025.", "range 2021-01-01..2025-12-31"},
	{2020, "Nam 2021 — 2030.", "range 2021-01-01..2030-12-31"},
	{2020, "Nam 2020 — 2030.", "range 2020-01-01..2030-12-31"},
	{2020, "Nam 2022-2025.", "range 2022-01-01..2025-12-31"},
	{2020, "Nam 2021 va nhiing nam tiép theo.", "from 2021-01-01.."},
	{2020, "Nam 2025 — 2030.", "range 2025-01-01..2030-12-31"},
	{2020, "Nam 2021 - 2025.", "range 2021-01-01..2025-12-31"},
	{2020, "ndm 2021 -2030.", "range 2021-01-01..2030-12-31"},
	{2020, "Nam 2021 — 2025.", "range 2021-01-01..2025-12-31"},
	{2020, "Thudng xuyén hang nim.", "annual every=year"},
	{2024, "Thuong xuyen", "continuous"},
	{2024, "Thuomg xuyén", "continuous"},
	{2024, "Thuang xuyen.", "continuous"},
	{2024, "Th6ng xuyén", "continuous"},
	{2024, "Hang nam", "annual every=year"},
	{2024, "Hang ndm", "annual every=year"},
	{2024, "Hang narn", "annual every=year"},
	{2024, "Ca nam", "whole-year 2024-01-01..2024-12-31"},
	{2024, "Ca ndm", "whole-year 2024-01-01..2024-12-31"},
	{2024, "Quy II", "quarter 2024-04-01..2024-06-30"},
	{2024, "Quy Il/2024", "quarter 2024-04-01..2024-06-30"},
	{2024, "Quy lV", "quarter 2024-10-01..2024-12-31"},
	{2024, "Qui III nam 2024", "quarter 2024-07-01..2024-09-30"},
	{2024, "Thang 6/2O24", "month 2024-06-01..2024-06-30"},
	{2024, "Thang l2/2024", "month 2024-12-01..2024-12-31"},
	{2024, "Truéc ngay 30/6/2024", "by-date ..2024-06-30"},
	{2024, "Tru6c ngay 30/6/2024", "by-date ..2024-06-30"},
	{2024, "trudc ngay 3O/6/2024", "by-date ..2024-06-30"},
	{2024, "Cham nhat ngay 15/5/2024", "by-date ..2024-05-15"},
	{2024, "Dén hét nam 2025", "by-date ..2025-12-31"},
	{2024, "Giai doan 2026 — 2030", "range 2026-01-01..2030-12-31"},
	{2024, "6 thang dau nam", "range 2024-01-01..2024-06-30"},
	{2024, "Sau thang 7/2024", "from 2024-08-01.."},
	{2024, "Dinh ky 6 thang", "periodic every=half-year"},
	{2024, "Hang thang", "periodic every=month"},
	{2024, "Hing quy", "periodic every=quarter"},
	{2024, "Hang quy", "periodic every=quarter"},
	{2024, "Sau khi Bo ban hanh", "event {Sau khi Bo ban hanh}"},
	{2024, "Khi co yéu cau", "event {Khi co yéu cau}"},
	{2024, "Từnăm 2021 - 2025", "range 2021-01-01..2025-12-31"},
	{2024, "N1m 2021 — 2030", "range 2021-01-01..2030-12-31"},
	{2024, "Nam 2021 2030", "range 2021-01-01..2030-12-31"},
	{2024, "Nam 2021 ~ 2030", "range 2021-01-01..2030-12-31"},
	{2024, "6 tharig cuoi nam", "range 2024-07-01..2024-12-31"},
	{2024, "Qiiy III", "quarter 2024-07-01..2024-09-30"},
	{2024, "Nam 202l", "year 2021-01-01..2021-12-31"},
	/* clang-format on */
};

static void
test_broken(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	g_assert_cmpuint(
		check_values(fixture, DD_DAMAGE_HEAVY, broken_values, G_N_ELEMENTS(broken_values)),
		==, 0);
}

/* Clean values must read the same when only few words of the document are mistaken. */
static void
test_light(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	g_assert_cmpuint(check_values(fixture, DD_DAMAGE_LIGHT, values, G_N_ELEMENTS(values)), ==, 0);
}

typedef struct {
	const char *text;
	const char *want; /* "" no such day, NULL no date */
	size_t len;
} DateRow;

static const DateRow dates[] = {
	/* clang-format off */
	{"15/5/2025", "2025-05-15", 5},
	{"ngày 15/5/2025", "2025-05-15", 6},
	{"Ngày 01-04-2021 của", "2021-04-01", 6},
	{"15.5.2025", "2025-05-15", 5},
	{"ngày 15 tháng 5 năm 2025", "2025-05-15", 6},
	{"15 tháng 5 năm 2025", "2025-05-15", 5},
	{"ngày 15 / 5 / 2025", "2025-05-15", 6},
	{"ngày 15 tháng 5, năm 2025", "2025-05-15", 7},
	{"ngày 29/02/2024", "2024-02-29", 6},
	{"29/02/2023", "", 5},
	{"31/02/2024", "", 5},
	{"ngày 45/13/2024", "", 6},
	{"ngày 00/00/2024", "", 6},
	{"15/5/9999", "", 5},
	{"15/5", NULL, 0},
	{"ngày … tháng … năm 2024", NULL, 0},
	{"ngày     tháng 5 năm 2024", NULL, 0},
	{"12/2024/NQ-HĐND", NULL, 0},
	{"12/3/2024/NQ-HĐND", NULL, 0},
	{"1111111111111111111111111111111111111111111111111111111111/1/2024", NULL, 0},
	{"năm 2025", NULL, 0},
	{"15/5/25", NULL, 0},
	{"", NULL, 0},
	/* clang-format on */
};

static void
test_dates(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(dates); i++) {
		DdTokens *tokens = &fixture->tokens;
		DdDay day = {0};
		size_t len = 0;
		char text[DD_DATE_BUFFER];
		dd_tokens_scan(tokens, fixture->lexicon, DD_DAMAGE_NONE, dates[i].text, 0,
			strlen(dates[i].text));
		bool found = dd_date_match(fixture->grammar, tokens, 0, tokens->n, &day, &len);
		g_test_message("%s", dates[i].text);
		g_assert_cmpint(found, ==, dates[i].want != NULL);
		if (!found)
			continue;
		g_assert_cmpstr(dd_date_format(day, text), ==, dates[i].want);
		g_assert_cmpuint(len, ==, dates[i].len);
	}
}

/* Every part of every value: nothing may be read behind its end, and no part may crash. */
static void
test_parts(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		DdTokens *tokens = &fixture->tokens;
		for (int damage = DD_DAMAGE_NONE; damage <= DD_DAMAGE_HEAVY; damage++) {
			dd_tokens_scan(tokens, fixture->lexicon, (DdDamage)damage, values[i].text,
				0, strlen(values[i].text));
			for (size_t from = 0; from <= tokens->n; from++)
				for (size_t to = from; to <= tokens->n; to++) {
					DdTime time;
					size_t at = 0, len = 0;
					dd_time_parse(fixture->grammar, tokens, from, to,
						values[i].year, fixture->arena, &time);
					g_assert_cmpint(time.kind, <, DD_TIME_LAST);
					if (dd_time_find_work(fixture->grammar, tokens, from, to,
						    2024, fixture->arena, &time, &at, &len))
						g_assert_true(at >= from && len > 0 && at + len <= to);
				}
		}
	}
}

/* A paragraph of one thing over and over must not take time that grows faster than the paragraph. */
static void
test_long(DdTimeFixture *fixture, const void *unused)
{
	static const char *const units[] = {"(", "trước ", "ngày ", "tháng 1, ", "năm 2024 - ",
		"hằng ", "định kỳ ", ": ", "năm 2024: a; ", "trong 1 ", "quý I, ", "1/", "9", "từ ",
		"và ", "báo cáo "};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		for (int damage = DD_DAMAGE_NONE; damage <= DD_DAMAGE_HEAVY; damage += 2) {
			g_autoptr(GString) text = g_string_new(NULL);
			while (text->len < 100000)
				g_string_append(text, units[i]);
			DdTime time;
			size_t at, len;
			gint64 began = g_get_monotonic_time();
			dd_tokens_scan(&fixture->tokens, fixture->lexicon, (DdDamage)damage,
				text->str, 0, text->len);
			dd_time_parse(fixture->grammar, &fixture->tokens, 0, fixture->tokens.n,
				2024, fixture->arena, &time);
			(void)dd_time_find_work(fixture->grammar, &fixture->tokens, 0,
				fixture->tokens.n, 2024, fixture->arena, &time, &at, &len);
			g_test_message("%s: %" G_GINT64_FORMAT " us", units[i],
				g_get_monotonic_time() - began);
		}
}

int
main(int argc, char **argv)
{
	(void)setlocale(LC_ALL, "C.UTF-8"); /* for the words in messages only */
	g_test_init(&argc, &argv, NULL);
	g_test_add("/when/values", DdTimeFixture, NULL, dd_time_fixture_setup, test_values,
		dd_time_fixture_clear);
	g_test_add("/when/broken", DdTimeFixture, NULL, dd_time_fixture_setup, test_broken,
		dd_time_fixture_clear);
	g_test_add("/when/light", DdTimeFixture, NULL, dd_time_fixture_setup, test_light,
		dd_time_fixture_clear);
	g_test_add("/when/dates", DdTimeFixture, NULL, dd_time_fixture_setup, test_dates,
		dd_time_fixture_clear);
	g_test_add("/when/parts", DdTimeFixture, NULL, dd_time_fixture_setup, test_parts,
		dd_time_fixture_clear);
	g_test_add("/when/long", DdTimeFixture, NULL, dd_time_fixture_setup, test_long,
		dd_time_fixture_clear);
	return g_test_run();
}
