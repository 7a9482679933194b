/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-book-test.c: lists of units, matching, heirs and collectives, table by table */
#include "unit-book.h"

#include "error.h"
#include "maxima.h"
#include "national.h"
#include "unit-resolve.h"
#include "unit-table.h"

#include <string.h>

#define TODAY ((DdDay){2026, 11, 22})

/* A province after the reorganisation that also keeps what it had before */
static const char list[] =
	"id,name,abbreviations,aliases,kind,parent,valid_from,valid_to,groups\n"
	"H90,Ủy ban nhân dân tỉnh Bình An,UBND tỉnh,,committee,,,,\n"
	"H90.1,Sở Tài chính tỉnh Bình An,STC,Sở Tài chính - Vật giá,department,H90,,,các sở nòng "
	"cốt\n"
	"H90.2,Sở Khoa học và Công nghệ tỉnh Bình An,Sở KH&CN;SKHCN,,department,H90,,,các sở nòng "
	"cốt\n"
	"H90.3,Sở Nội vụ,SNV,,department,H90,,,\n"
	"H90.4,Sở Y tế,SYT,,department,H90,,,\n"
	"H90.5,Sở Kế hoạch và Đầu tư,SKHĐT,,department,H90,,2025-02-28,\n"
	"H90.6,Sở Nông nghiệp và Môi trường,,,department,H90,2025-03-01,,\n"
	"H90.7,Văn phòng Ủy ban nhân dân tỉnh Bình An,,Văn phòng UBND tỉnh,department,H90,,,\n"
	"H90.8,Ban Quản lý các khu công nghiệp,,,department,H90,,,\n"
	"H90.20,Ủy ban nhân dân xã Bình Thạnh,,,committee,H90,,,\n"
	"H90.21,Ủy ban nhân dân xã Bình Thuận,,,committee,H90,,,\n"
	"H90.22,Ủy ban nhân dân phường An Lộc,,,committee,H90,,,\n"
	"H90.23,Ủy ban nhân dân huyện Bình Sơn,,,committee,H90,,2025-06-30,\n"
	"H90.1.1,Phòng Ngân sách,,,room,H90.1,,,\n"
	"H90.1.2,Văn phòng,,,room,H90.1,,,\n"
	"H90.2.1,Văn phòng,,,room,H90.2,,,\n"
	"H90.2.2,Phòng Quản lý Khoa học,QLKH,,room,H90.2,,,\n";

static const DdSuccession given[] = {
	{"H90.5", "H90.1", "", {2025, 3, 1}, "01/NQ-HĐND"},
};

typedef struct {
	DdArena *arena;
	DdUnitBook *empty, *book;
	DdUnitTable table;
} Fixture;

static void
set_up(Fixture *self, gconstpointer unused)
{
	(void)unused;
	g_autoptr(GError) error = NULL;
	self->arena = dd_arena_new();
	self->empty = dd_unit_book_new(NULL, 0, NULL, 0, &error);
	g_assert_no_error(error);
	bool good = dd_unit_table_take(self->empty, list, 1, self->arena, &self->table, &error);
	g_assert_no_error(error);
	g_assert_true(good);
	self->book = dd_unit_book_new((const DdBookUnit *)(void *)self->table.units->data,
		self->table.units->len, given, G_N_ELEMENTS(given), &error);
	g_assert_no_error(error);
}

static void
tear_down(Fixture *self, gconstpointer unused)
{
	(void)unused;
	dd_unit_book_free(self->book);
	dd_unit_book_free(self->empty);
	dd_unit_table_clear(&self->table);
	dd_arena_free(self->arena);
}

static const DdBookUnit *
issuer_of(const Fixture *self, const char *id)
{
	return id != NULL ? dd_unit_book_lookup(self->book, id) : NULL;
}

static void
test_match(Fixture *self, gconstpointer unused)
{
	static const struct {
		const char *name, *issuer, *wanted; /* id of the first, NULL none */
		DdNameHow how;
		DdAsk ask;
	} cases[] = {
		{"Sở Tài chính tỉnh Bình An", NULL, "H90.1", DD_NAME_EXACT, DD_ASK_NOTHING},
		{"SỞ TÀI CHÍNH TỈNH BÌNH AN", NULL, "H90.1", DD_NAME_EXACT, DD_ASK_NOTHING},
		{"Sở Tài chính", "H90", "H90.1", DD_NAME_PLACE, DD_ASK_NOTHING},
		{"Sở Tài chính - Vật giá", "H90", "H90.1", DD_NAME_ALIAS, DD_ASK_NOTHING},
		{"Sở KH&CN", "H90", "H90.2", DD_NAME_ABBREVIATION, DD_ASK_NOTHING},
		{"SKHCN", NULL, "H90.2", DD_NAME_ABBREVIATION, DD_ASK_NOTHING},
		{"UBND tỉnh", "H90.2", "H90", DD_NAME_PLACE, DD_ASK_NOTHING},
		{"Sở", "H90.2", "H90.2", DD_NAME_CONTEXT, DD_ASK_NOTHING},
		{"Sở", "H90.2.2", "H90.2", DD_NAME_CONTEXT, DD_ASK_NOTHING},
		{"Sở", "H90", "H90.1", DD_NAME_CONTEXT, DD_ASK_SEVERAL},
		{"Sở", NULL, NULL, DD_NAME_EXACT, DD_ASK_UNKNOWN},
		{"Văn phòng", "H90.2", "H90.2.1", DD_NAME_EXACT, DD_ASK_NOTHING},
		{"Văn phòng", "H90.1.1", "H90.1.2", DD_NAME_EXACT, DD_ASK_NOTHING},
		{"Văn phòng", NULL, "H90.1.2", DD_NAME_EXACT, DD_ASK_SEVERAL},
		{"UBND xã Bình Thạnh", "H90", "H90.20", DD_NAME_EXACT, DD_ASK_NOTHING},
		{"UBND xã", "H90.21", "H90.21", DD_NAME_PLACE, DD_ASK_NOTHING},
		{"UBND xã", "H90", "H90.20", DD_NAME_PLACE, DD_ASK_SEVERAL},
		{"Sở Nôi vụ", "H90", "H90.3", DD_NAME_NEAR, DD_ASK_NEAR},
		{"So Ke hoach va Dau tu", "H90", "H90.5", DD_NAME_NEAR, DD_ASK_NEAR},
		{"Phòng Quản lý Khoa hoc.", NULL, "H90.2.2", DD_NAME_NEAR, DD_ASK_NEAR},
		{"Uỷ ban nhân dân xã Bình Thạch", "H90", "H90.20", DD_NAME_NEAR, DD_ASK_NEAR},
		{"Sở Kế hoạch và Đầu tư", "H90", "H90.5", DD_NAME_EXACT, DD_ASK_NOTHING},
		{"Công an tỉnh", "H90", NULL, DD_NAME_EXACT, DD_ASK_UNKNOWN},
		{"", "H90", NULL, DD_NAME_EXACT, DD_ASK_UNKNOWN},
		{"…", "H90", NULL, DD_NAME_EXACT, DD_ASK_UNKNOWN},
	};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		DdUnitMatch match = dd_unit_book_match(self->book, cases[i].name,
			issuer_of(self, cases[i].issuer), (DdDay){2024, 5, 1});
		g_test_message("%s", cases[i].name);
		g_assert_cmpint(match.ask, ==, cases[i].ask);
		g_assert_cmpstr(match.n > 0 ? match.items[0].unit->id : NULL, ==, cases[i].wanted);
		if (match.n > 0)
			g_assert_cmpint(match.items[0].how, ==, cases[i].how);
	}
}

static void
test_heirs(Fixture *self, gconstpointer unused)
{
	static const struct {
		const char *name, *unit, *text;
		DdDay day;
		const char *wanted; /* "id or name in quotes:field", told ones with "!" before */
	} cases[] = {
		{"", "H90.5", NULL, {2026, 1, 1}, "H90.1:"},
		{"", "H90.5", NULL, {2025, 2, 28}, ""}, /* it was there */
		{"", "H90.1", NULL, {2026, 1, 1}, ""},
		{"Sở Thông tin và Truyền thông", NULL, "Đẩy mạnh xuất bản", {2026, 1, 1},
			"!\"Sở Văn hóa, Thể thao và Du lịch\":báo chí, xuất bản, phát thanh, "
			"truyền hình "
			"H90.2:khoa học, công nghệ, chuyển đổi số, bưu chính, viễn thông"},
		{"Sở Thông tin và Truyền thông", NULL, NULL, {2024, 1, 1}, ""},
		{"Sở Lao động - Thương binh và Xã hội tỉnh Bình An", NULL,
			"Bảo vệ TRẺ EM trên mạng", {2025, 3, 1},
			"!H90.4:bảo trợ xã hội, trẻ em, tệ nạn xã hội H90.3:lao động, việc làm, "
			"người có công "
			"\"Sở Giáo dục và Đào tạo\":giáo dục nghề nghiệp H90.6:giảm nghèo"},
		{"UBND huyện Bình Sơn", "H90.23", NULL, {2026, 1, 1}, "?:"},
		{"UBND huyện Nghĩa Hành", NULL, NULL, {2026, 1, 1}, "?:"},
		{"UBND huyện Nghĩa Hành", NULL, NULL, {2025, 6, 30}, ""},
		{"UBND xã Bình Thạnh", "H90.20", NULL, {2026, 1, 1}, ""},
		{"Công an tỉnh", NULL, NULL, {2026, 1, 1}, ""},
	};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GArray) heirs = dd_unit_book_heirs(self->book, cases[i].name,
			issuer_of(self, cases[i].unit), issuer_of(self, "H90"), cases[i].day,
			cases[i].text);
		for (guint h = 0; h < heirs->len; h++) {
			const DdHeir *heir = &g_array_index(heirs, DdHeir, h);
			g_string_append_printf(text, "%s%s", h > 0 ? " " : "", heir->told ? "!" : "");
			if (heir->unit != NULL)
				g_string_append(text, heir->unit->id);
			else if (heir->name != NULL)
				g_string_append_printf(text, "\"%s\"", heir->name);
			else
				g_string_append(text, "?");
			g_string_append_printf(text, ":%s", heir->field);
			g_assert_nonnull(heir->source);
			g_assert_true(dd_date_compare(heir->day, cases[i].day) <= 0);
		}
		g_assert_cmpstr(text->str, ==, cases[i].wanted);
	}
}

static void
test_groups(Fixture *self, gconstpointer unused)
{
	static const struct {
		const char *name, *issuer;
		DdDay day;
		const char *wanted; /* ids; NULL: no collective */
		bool whole, ended;
	} cases[] = {
		{"các sở", "H90", TODAY, "H90.2 H90.6 H90.3 H90.1 H90.4 H90.7", true, false},
		{"Các sở", "H90.2.2", {2024, 5, 1}, "H90.2 H90.5 H90.3 H90.1 H90.4 H90.7", true, false},
		{"các sở, ban, ngành tỉnh", "H90", TODAY,
			"H90.8 H90.2 H90.6 H90.3 H90.1 H90.4 H90.7", false, false},
		{"các sở, ban thành phố", "H90", TODAY, "H90.8 H90.2 H90.6 H90.3 H90.1 H90.4 H90.7",
			true, false},
		{"UBND các xã, phường", "H90", TODAY, "H90.22 H90.21 H90.20", true, false},
		{"Ủy ban nhân dân các xã, phường, đặc khu", NULL, TODAY, "", true, false},
		{"UBND các huyện, thị xã, thành phố", "H90", TODAY, "", false, true},
		{"UBND các huyện", "H90", {2024, 5, 1}, "H90.23", true, false},
		{"các phòng thuộc Sở", "H90.2", TODAY, "H90.2.2 H90.2.1", true, false},
		{"các phòng, đơn vị", "H90.2.1", TODAY, "H90.2.2 H90.2.1", false, false},
		{"Các sở nòng cốt", NULL, TODAY, "H90.1 H90.2", true, false},
		{"các cơ quan liên quan", "H90", TODAY, "", false, false},
		{"Sở Tài chính", "H90", TODAY, NULL, false, false},
		{"Ban Quản lý Khu kinh tế và các Khu công nghiệp", "H90", TODAY, NULL, false, false},
		{"", "H90", TODAY, NULL, false, false},
	};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(DdUnitGroup) group = {0};
		g_autoptr(GString) text = g_string_new(NULL);
		bool found = dd_unit_book_expand(self->book, cases[i].name,
			issuer_of(self, cases[i].issuer), cases[i].day, &group);
		g_test_message("%s", cases[i].name);
		g_assert_cmpint(found, ==, cases[i].wanted != NULL);
		for (guint m = 0; found && m < group.members->len; m++)
			g_string_append_printf(text, "%s%s", m > 0 ? " " : "",
				((const DdBookUnit *)g_ptr_array_index(group.members, m))->id);
		if (!found)
			continue;
		g_assert_cmpstr(text->str, ==, cases[i].wanted);
		g_assert_cmpint(group.whole, ==, cases[i].whole);
		g_assert_cmpint(group.ended != NULL, ==, cases[i].ended);
	}
}

static void
test_resolve(Fixture *self, gconstpointer unused)
{
	static const struct {
		const char *name;
		DdAsk ask;
		guint heirs;
		bool collective;
	} cases[] = {
		{"Sở Tài chính", DD_ASK_NOTHING, 0, false},
		{"Sở Kế hoạch và Đầu tư", DD_ASK_ENDED, 1, false},
		{"Sở Thông tin và Truyền thông", DD_ASK_ENDED, 2, false},
		{"Sở LĐTBXH", DD_ASK_UNKNOWN, 0, false},
		{"UBND huyện Bình Sơn", DD_ASK_NO_HEIR, 1, false},
		{"UBND huyện Trà Bồng", DD_ASK_NO_HEIR, 1, false},
		{"UBND các huyện, thị xã", DD_ASK_NO_HEIR, 0, true},
		{"Các sở, ban, ngành", DD_ASK_MEMBERS, 0, true},
		{"UBND các xã, phường", DD_ASK_NOTHING, 0, true},
		{"Ban Quản lý các khu công nghiệp", DD_ASK_NOTHING, 0, false},
		{"Sở Tai chính", DD_ASK_NEAR, 0, false},
		{"Hội Nông dân", DD_ASK_UNKNOWN, 0, false},
	};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(DdUnitProposal) proposal = dd_unit_resolve(self->book, cases[i].name,
			issuer_of(self, "H90"), (DdDay){2024, 5, 1}, TODAY, NULL);
		g_test_message("%s", cases[i].name);
		g_assert_cmpint(proposal.ask, ==, cases[i].ask);
		g_assert_cmpuint(proposal.heirs->len, ==, cases[i].heirs);
		g_assert_cmpint(proposal.collective, ==, cases[i].collective);
		g_assert_cmpint(proposal.ask == DD_ASK_NOTHING, ==,
			strcmp(dd_ask_get_vi(proposal.ask), "") == 0);
	}
}

/* Takes @csv into the directory, and makes one of what comes of it */
static DdUnitBook *
take(const Fixture *self, const char *csv, DdUnitTable *table, GError **error)
{
	if (!dd_unit_table_take(self->book, csv, 100, self->arena, table, error))
		return NULL;
	return dd_unit_book_new((const DdBookUnit *)(void *)table->units->data, table->units->len,
		given, G_N_ELEMENTS(given), error);
}

static void
test_bad_lists(Fixture *self, gconstpointer unused)
{
	static const struct {
		const char *csv, *part;
	} cases[] = {
		{"", "dòng 1"}, {"id,kind\nA,\n", "cột name"}, {"name,nom\nA,\n", "dòng 1"},
		{"name,name\nA,A\n", "dòng 1"}, {"name,kind\nA\n", "dòng 2"},
		{"name,kind\n,room\n", "line 2"}, {"name,kind\nA,cave\n", "line 2"},
		{"id,name\nH 48,A\n", "line 2"}, {"id,name\n.H48,A\n", "line 2"},
		{"id,name\nX1,A\nX2,B\nX1,C\n", "line 4"}, {"name\nA\nB\nA\n", "line 4"},
		{"name,valid_from\nA,1/3/2025\n", "line 2"},
		{"name,valid_from,valid_to\nA,2025-03-01,2025-02-28\n", "line 2"},
		{"name,parent\nA,B\n", "line 2"}, {"name,parent\nA,A\n", "line 2"},
		{"name,parent\nA,B\nB,C\nC,A\n", "line 2"},
		{"id,name,parent\nX1,A,X2\nX2,B,X1\n", "line 2"},
		{"name,parent\nA,Văn phòng\n", "line 2"},         /* of several */
		{"name,kind\nVăn phòng,room\n", "line 2"},        /* which of them */
		{"id,parent,name\nH90,H90.1,Ủy ban\n", "line 2"}, /* a circle with what is there */
		{"name\n\"A\n", "line 2"},
		{"id,name\n,Sở X\nH90.4,Sở X\n", "line 2"}, /* whose is the first row next time? */
	};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_auto(DdUnitTable) table = {0};
		g_autoptr(DdUnitBook) book = take(self, cases[i].csv, &table, &error);
		g_test_message("%s", cases[i].csv);
		g_assert_null(book);
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		g_assert_nonnull(strstr(error->message, cases[i].part));
	}
}

static guint
count_changed(const DdUnitTable *table)
{
	guint n = 0;
	for (guint i = 0; i < table->changed->len; i++)
		n += g_array_index(table->changed, bool, i) ? 1 : 0;
	return n;
}

static void
test_lists(Fixture *self, gconstpointer unused)
{
	static const struct {
		const char *csv;
		size_t n_new;
		guint changed;
	} cases[] = {
		{list, 0, 0},
		{"\xEF\xBB\xBFname,parent\r\nPhòng Ngân sách,Sở Tài chính tỉnh Bình An\r\n", 0, 0},
		{"name,parent\nPhòng Ngân sách,H90.2\n", 1, 1},
		{"name\nPhòng Ngân sách\n", 0, 0},
		{"id,name,kind\nH90.3,Sở Nội vụ và Lao động,\n", 0, 1},
		/* what is under another one may stand before it; a column that is left out stays */
		{"name,parent\nC,B\nB,A\nA,\n", 3, 3},
		{"id,name,parent\nX.1,B,X\nX,A,\n", 2, 2},
		{"id,name,valid_to\nH90.4,Sở Y tế,2026-12-31\n", 0, 1},
		{"name\n'-Ban\n", 1, 1},
	};
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_auto(DdUnitTable) table = {0};
		g_autoptr(DdUnitBook) book = take(self, cases[i].csv, &table, &error);
		g_test_message("%s", cases[i].csv);
		g_assert_no_error(error);
		g_assert_nonnull(book);
		g_assert_cmpuint(table.n_new, ==, cases[i].n_new);
		g_assert_cmpuint(count_changed(&table), ==, cases[i].changed);
	}
	g_auto(DdUnitTable) table = {0};
	g_autoptr(DdUnitBook) book = take(self, "name,parent\nC,B\nB,\n", &table, NULL);
	const DdBookUnit *own = dd_unit_book_lookup(book, "DV-101");
	g_assert_cmpstr(own->name, ==, "C");
	g_assert_cmpstr(dd_unit_book_get_parent(book, own)->id, ==, "DV-100");
	g_assert_cmpstr(dd_unit_book_lookup(book, "H90.2")->abbreviations[1], ==, "SKHCN");
}

/* What the program brings: kinds and days that are read without a word of criticism (G_DEBUG=fatal-criticals), heirs that are departments */
static void
test_national(void)
{
	const GArray *heirs = dd_national_get_heirs(), *departments = dd_national_get_departments();
	g_assert_cmpuint(dd_national_get_kinds()->len, >, 10);
	for (guint i = 0; i < heirs->len; i++) {
		const DdHeirRow *heir = &g_array_index(heirs, DdHeirRow, i);
		bool found = heir->to == NULL || !g_str_has_prefix(heir->to, "Sở ");
		for (guint d = 0; !found && d < departments->len; d++) {
			const DdDepartmentRow *row = &g_array_index(departments, DdDepartmentRow, d);
			found = strcmp(row->name, heir->to) == 0 && !dd_date_is_set(row->last);
		}
		g_assert_true(found);
		g_assert_true(dd_date_is_set(heir->day));
		g_assert_cmpstr(heir->source, !=, "");
	}
}

/* Thousands of names that share all but a few letters: near ones are still found, by comparing few */
static void
test_many(void)
{
	enum { N = 5000 };
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autofree DdBookUnit *units = g_new0(DdBookUnit, N);
	static const char *const none[] = {NULL};
	for (int i = 0; i < N; i++) {
		g_autofree char *id = g_strdup_printf("X%d", i);
		g_autofree char *name = g_strdup_printf("Ủy ban nhân dân xã Thôn %d Hòa", i);
		units[i] = (DdBookUnit){.id = dd_arena_strdup(arena, id),
			.name = dd_arena_strdup(arena, name),
			.kind = "committee",
			.aliases = none,
			.abbreviations = none,
			.groups = none};
	}
	g_autoptr(DdUnitBook) book = dd_unit_book_new(units, N, NULL, 0, NULL);
	DdUnitMatch match = dd_unit_book_match(
		book, "Ủy ban nhan dân xã Thôn 4321 Hoa", NULL, DD_DATE_NONE);
	g_assert_cmpint(match.ask, ==, DD_ASK_NEAR);
	g_assert_cmpstr(match.items[0].unit->id, ==, "X4321");
	match = dd_unit_book_match(book, "UBND xã", NULL, DD_DATE_NONE);
	g_assert_cmpint(match.ask, ==, DD_ASK_SEVERAL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add(name, Fixture, NULL, set_up, func, tear_down)
	ADD("/unit-book/match", test_match);
	ADD("/unit-book/heirs", test_heirs);
	ADD("/unit-book/groups", test_groups);
	ADD("/unit-book/resolve", test_resolve);
	ADD("/unit-book/lists", test_lists);
	ADD("/unit-book/bad-lists", test_bad_lists);
	g_test_add_func("/unit-book/national", test_national);
	g_test_add_func("/unit-book/many", test_many);
	return g_test_run();
}
