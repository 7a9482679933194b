/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lead.h"

#include <glib.h>

static const struct {
	const char *name;
	bool many;
} rows[] = {
	{"Sở Nội vụ", false},
	{"Các sở, ban, ngành", true},
	{"CÁC SỞ, NGÀNH", true},
	{"Các cơ quan, đơn vị", true},
	{"UBND các xã, thị trấn", true},
	{"Ủy ban nhân dân các huyện, thị xã, thành phố", true},
	{"Thủ trưởng các sở, ban, ngành", true},
	{"Chủ tịch UBND các phường", true},
	{"UBND các xã", true},
	{"Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", false},
	{"Liên hiệp các tổ chức hữu nghị", false},
	{"Ban Quản lý các khu công nghiệp", false},
	{"Văn phòng điều phối các chương trình mục tiêu quốc gia", false},
	{"Trung tâm Cácbon", false},
	{"Phòng Hành chính - Tổng hợp", false},
	{"", false},
};

static void
test_many(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (dd_lead_is_many(rows[i].name) != rows[i].many)
			g_error("%s", rows[i].name);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lead/many", test_many);
	return g_test_run();
}
