/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * check-test.c: a store in which everything was done that can be, then each of its rows changed, removed and added behind the program's
 * back: the check says which, and says nothing else
 */
#include "check.h"

#include "account.h"
#include "api-token.h"
#include "copy.h"
#include "engine-test-support.h"
#include "error.h"
#include "follow.h"
#include "holiday.h"
#include "intake.h"
#include "json-read.h"
#include "reread.h"
#include "settle.h"
#include "stored-unit.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW 1795000000

static const DdActor clerk = {.now = NOW, .who = "văn thư", .origin = "test"};
static const DdActor chief = {.now = NOW + 60, .who = "chánh văn phòng", .origin = "test"};

/* Cites one document with its day and without: until it comes these are two. Numbers: document 1; heard of 2 and 3 */
static const char plan[] =
	"{\"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-STC\", \"issuer\": "
	"\"Sở Tài chính\", \"date\": \"2026-03-01\"}, \"citations\": ["
	"{\"line\": 3, \"raw\": \"Kế hoạch 05 ngày 01/02\", \"type\": \"Kế hoạch\", \"number\": "
	"\"05/KH-UBND\", \"date\": \"2026-02-01\", \"issuer\": \"UBND tỉnh\", \"relation\": "
	"\"implements\"},"
	"{\"line\": 4, \"raw\": \"Văn bản 05\", \"type\": \"Quyết định\", \"number\": "
	"\"05/KH-UBND\", \"relation\": \"basis\"}], "
	"\"tasks\": [{\"id\": \"1\", \"line_start\": 9, \"line_end\": 9, \"text\": \"Rà soát\", "
	"\"lead\": [\"Phòng Ngân sách\"], \"coordinate\": [\"Văn phòng\"], "
	"\"time\": {\"kind\": \"by-date\", \"end\": \"2026-06-30\"}},"
	"{\"id\": \"2\", \"line_start\": 10, \"line_end\": 10, \"text\": \"Công khai\", "
	"\"lead\": [\"Văn phòng\"], \"time\": {\"kind\": \"none\"}},"
	"{\"id\": \"3\", \"line_start\": 11, \"line_end\": 11, \"text\": \"Tổng hợp\", "
	"\"time\": {\"kind\": \"none\"}}]}";
/* the same without a type: both of those that were heard of are this one */
static const char above[] = "{\"document\": {\"number\": \"5/KH-UBND\", \"issuer\": \"UBND tỉnh\", "
			    "\"date\": \"2026-02-01\"}, \"tasks\": [{\"id\": \"1\", \"text\": "
			    "\"Chỉ đạo\", \"lead\": [\"Sở Nội vụ\"]}]}";

static void
take_in(DdStore *store, const char *json, const char *bytes)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_reading_parse_json(json, strlen(json), &error);
	g_assert_no_error(error);
	const DdIntakeFile file = dd_intake_file_make(bytes, strlen(bytes), "a.txt");
	DdIntakeResult result;
	g_assert_true(dd_intake_document(store, &clerk,
		&(DdIntake){&file, "", reading, "test", NULL, "{\"lines\":[]}"}, &result, &error));
}

static void
follow(DdStore *store)
{
	const DdActingAs leader = {DD_ROLE_LEADER, NULL}, unit = {DD_ROLE_FOCAL, "Phòng Ngân sách"};
	const DdStep steps[] = {{.action = DD_ACTION_TAKE},
		{.action = DD_ACTION_PROGRESS, .progress = {.done = "Một nửa", .percent = 50}},
		{.action = DD_ACTION_SUBMIT, .product = "Báo cáo"}};
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	g_auto(DdIssued) issued = {0};
	g_assert_true(dd_change_begin(store, &chief, &change, &error));
	g_assert_true(dd_follow_issue(&change, 1, &leader, DD_DUE_STAYS, &issued, &error));
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		g_assert_true(dd_follow_step(&change, 1, &unit, &steps[i], NULL, &error));
	g_assert_true(dd_change_commit(&change, &error));
}

/* The directory: who leads a task is in it, one took over from another, and two names were settled, one of them twice */
static void
keep_units(DdStore *store)
{
	static const char list[] =
		"id,name,aliases\nH1,Phòng Ngân sách,NS;Ngân sách\nH2,Phòng Giá,\n"
		"H3,Phòng Công sản,\n";
	const char *const from[] = {"H2", NULL};
	const DdUnitSettling settlings[] = {{"Phòng Ngân", "H1", 1, "viết thiếu"},
		{"Phòng Vật giá", "H2", 0, "tên cũ"}, {"Phòng Vật giá", "H3", 0, "đã hỏi lại"}};
	g_autoptr(GError) error = NULL;
	DdUnitImport out;
	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &chief, &change, &error));
	g_assert_true(dd_units_import(&change, list, &out, &error));
	g_assert_true(dd_units_merge(&change,
		&(DdUnitMerge){from, "H3", "01/QĐ", {2026, 3, 1}, "giá", false, NULL}, &error));
	for (size_t i = 0; i < G_N_ELEMENTS(settlings); i++)
		g_assert_true(dd_units_settle(&change, &settlings[i], &error));
	g_assert_true(dd_change_commit(&change, &error));
}

/* A draft as persons have it: task 4 corrected twice, task 5 added; and its document read again, twice */
static void
settle(DdStore *store)
{
	static const char *const again[] = {above, plan};
	static const char *const lead[] = {"Sở Tư pháp", "Sở Y tế", NULL};
	const DdActingAs clerks = {DD_ROLE_CLERK, NULL};
	const DdCorrection corrections[] = {
		{.text = "Chỉ đạo thực hiện", .lead = lead}, {.product = "Báo cáo"}};
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	int64_t added = 0;
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	for (size_t i = 0; i < G_N_ELEMENTS(corrections); i++)
		g_assert_true(
			dd_settle_correct(&change, 4, &clerks, &corrections[i], "đọc sai", &error));
	g_assert_true(dd_settle_add(
		&change, 2, &clerks, &(DdCorrection){.text = "Báo cáo quý"}, NULL, &added, &error));
	g_assert_cmpint(added, ==, 5);
	g_assert_true(dd_change_commit(&change, &error));
	for (size_t i = 0; i < G_N_ELEMENTS(again); i++) {
		bool same = true;
		g_autoptr(DdReading)
			reading = dd_reading_parse_json(again[i], strlen(again[i]), &error);
		g_assert_true(dd_reread_keep(store, &clerk, 2, reading, "test 2", &same, &error));
		g_assert_false(same);
	}
}

/* Two accounts, of which the first has two tokens and had another, and a demand of one role */
static void
keep_accounts(DdStore *store)
{
	const DdAccountNew accounts[] = {
		{.name = "An", .role = DD_ROLE_ADMINISTRATOR, .password = "$argon2id$1"},
		{.name = "Bình",
			.role = DD_ROLE_FOCAL,
			.unit = "Phòng Ngân sách",
			.password = "$argon2id$2"}};
	const DdRole role = DD_ROLE_OFFICER;
	char token[DD_TOKEN_TEXT];
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &chief, &change, &error));
	for (size_t i = 0; i < G_N_ELEMENTS(accounts); i++)
		g_assert_true(dd_account_add(&change, &accounts[i], NULL, &error));
	g_assert_true(dd_account_set(&change, 2, &(DdAccountChange){.role = &role}, &error));
	for (size_t i = 0; i < 3; i++)
		g_assert_true(dd_token_add(&change, 1, "máy", DD_SCOPE_READ, 30, token, &error));
	g_assert_true(dd_token_revoke(&change, 1, 2, &error));
	g_assert_true(dd_token_add(&change, 2, "máy", DD_SCOPE_READ, 30, token, &error));
	g_assert_true(dd_token_revoke(&change, 2, 4, &error));
	g_assert_true(dd_account_set_demand(&change, DD_ROLE_LEADER, true, &error));
	g_assert_true(dd_change_commit(&change, &error));
}

/* A year that the office says, and one that it said and gave back */
static void
keep_calendar(DdStore *store)
{
	static const char csv[] = DD_HOLIDAY_HEADER "\n2027-01-01,,off,Tết Dương lịch,\n"
						    "2027-02-05,2027-02-11,off,Tết,Công văn 1\n";
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) rows = dd_holidays_parse(csv, arena, &error);
	g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(DdHoliday));
	g_auto(DdChange) change = {0};
	g_assert_true(dd_change_begin(store, &chief, &change, &error));
	g_assert_true(dd_holidays_set(&change, 2027, rows, NULL, &error));
	g_assert_true(dd_holidays_set(&change, 2028, none, NULL, &error));
	g_assert_true(dd_change_commit(&change, &error));
}

static void
gather(const char *finding, void *user_data)
{
	g_string_append_printf(user_data, "%s\n", finding);
}

/* Returns: (transfer full) what is found */
static char *
check(DdStore *store)
{
	g_autoptr(GError) error = NULL;
	GString *found = g_string_new(NULL);
	DdCheckReport report;
	bool good = dd_store_check(store, gather, found, &report, &error);
	g_assert_no_error(error);
	g_assert_true(good);
	return g_string_free(found, FALSE);
}

static void
run(DdStore *store, const char *format, const char *table)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) sql = g_string_new(format);
	g_string_replace(sql, "TABLE_NAME", table, 0);
	if (!dd_db_run_script(dd_store_get_db(store), sql->str, &error))
		g_error("%s: %s", sql->str, error->message);
}

/* A store with a document that was issued and one that came later, under whose number two had been heard of; as somebody has it who
 * gets around what the engines refuse */
static DdStore *
open_store(const char *url)
{
	g_autoptr(GError) error = NULL;
	DdStore *store = dd_store_open(url, DD_DB_CREATE, NOW, NULL, &error);
	g_assert_no_error(error);
	take_in(store, plan, "one");
	take_in(store, above, "two");
	take_in(store, plan, "one, in another form");
	follow(store);
	keep_units(store);
	settle(store);
	keep_accounts(store);
	keep_calendar(store);
	run(store,
		dd_engine_of(url) == DD_DB_SQLITE ? "PRAGMA foreign_keys = OFF"
						  : "SET session_replication_role = replica",
		"");
	return store;
}

/* @table: that is put back, or several; @sql: the same on both engines; @found: what is said */
typedef struct {
	const char *table, *sql, *found;
	enum { ONLY, AMONG } findings; /* whether others follow from it */
} Harm;

static const Harm harms[] = {
	{"step", "UPDATE step SET who = 'ai khác' WHERE task_id = 1 AND position = 2",
		"nhiệm vụ 1: lịch sử", ONLY},
	{"step", "UPDATE step SET done = NULL WHERE task_id = 1 AND position = 3",
		"nhiệm vụ 1: lịch sử", ONLY},
	{"step", "UPDATE step SET at = at - 86400 WHERE task_id = 2 AND position = 0",
		"nhiệm vụ 2: lịch sử", ONLY},
	{"step", "DELETE FROM step WHERE task_id = 1 AND position = 3", "nhiệm vụ 1: lịch sử", ONLY},
	{"step", "DELETE FROM step WHERE task_id = 2", "nhiệm vụ 2: lịch sử", ONLY},
	{"step",
		"INSERT INTO step (task_id, position, at, who, role, action, occurrence, state, "
		"percent) "
		"VALUES (3, 0, 0, 'x', 'leader', 'approve', 0, 'approved', 0)",
		"nhiệm vụ 3: lịch sử", ONLY},
	{"step",
		"INSERT INTO step (task_id, position, at, who, role, action, occurrence, state, "
		"percent) "
		"VALUES (77, 0, 0, 'x', 'leader', 'approve', 0, 'approved', 0)",
		"nhiệm vụ 77 không có", AMONG},
	{"follow", "UPDATE follow SET lead = 'Sở khác' WHERE task_id = 1",
		"nhiệm vụ 1: việc theo dõi", ONLY},
	{"follow", "UPDATE follow SET due = '2027-01-01' WHERE task_id = 1",
		"nhiệm vụ 1: việc theo dõi", AMONG},
	{"follow", "DELETE FROM follow WHERE task_id = 2", "nhiệm vụ 2: việc theo dõi", AMONG},
	{"follow",
		"INSERT INTO follow (task_id, lead, lead_key, due_kind, open, position, due_order, "
		"percent) SELECT 3, lead, lead_key, due_kind, open, position, due_order, percent "
		"FROM follow WHERE task_id = 2",
		"nhiệm vụ 3: việc theo dõi", AMONG},
	{"occurrence", "UPDATE occurrence SET due = '2026-12-31' WHERE task_id = 1",
		"nhiệm vụ 1: các ngày đến hạn", ONLY},
	{"occurrence", "DELETE FROM occurrence WHERE task_id = 1", "nhiệm vụ 1: các ngày đến hạn", ONLY},
	{"occurrence", "INSERT INTO occurrence (task_id, position, rule) VALUES (2, 5, 'named-day')",
		"nhiệm vụ 2: các ngày đến hạn", ONLY},
	{"task", "UPDATE task SET state = 'done' WHERE id = 3", "nhiệm vụ 3: trạng thái", ONLY},
	{"task", "UPDATE task SET version = 1 WHERE id = 1", "nhiệm vụ 1: trạng thái", ONLY},
	{"task", "UPDATE task SET text = 'Việc khác' WHERE id = 2", "văn bản 1: nội dung nhiệm vụ",
		ONLY},
	{"task", "DELETE FROM task WHERE id = 4", "văn bản 2: nội dung nhiệm vụ", AMONG},
	{"task",
		"INSERT INTO task (id, reading_id, position, label, line_start, line_end, "
		"time_json, "
		"confidence, state, version) VALUES (6, 2, 2, '2', 0, 0, '{}', 0, 'draft', 1)",
		"văn bản 2: nội dung nhiệm vụ", AMONG},
	{"assignment", "UPDATE assignment SET name_key = 'x' WHERE task_id = 4",
		"văn bản 2: phân công", ONLY},
	{"assignment", "DELETE FROM assignment WHERE task_id = 1 AND role = 'coordinate'",
		"văn bản 1: phân công", ONLY},
	{"assignment", "INSERT INTO assignment VALUES (3, 'lead', 0, 'Sở', 'so', 90)",
		"văn bản 1: phân công", ONLY},
	{"citation", "UPDATE citation SET relation = 'mentions' WHERE position = 0",
		"văn bản 1: viện dẫn", ONLY},
	{"citation", "UPDATE citation SET document_id = 1 WHERE position = 1",
		"văn bản 1: viện dẫn", ONLY},
	{"citation", "DELETE FROM citation WHERE position = 1", "văn bản 1: viện dẫn", ONLY},
	{"citation", "INSERT INTO citation VALUES (2, 0, 1, 'basis', NULL, 'x', 1, 90)",
		"văn bản 2: viện dẫn", ONLY},
	{"document", "UPDATE document SET date = '2020-01-01' WHERE id = 1", "văn bản 1: số, ngày",
		ONLY},
	{"document", "UPDATE document SET issuer_key = NULL WHERE id = 2", "văn bản 2: số, ngày", ONLY},
	{"document", "DELETE FROM document WHERE id = 2", "văn bản 2: có trong nhật ký", AMONG},
	{"document", "INSERT INTO document (id, known) SELECT 4, known FROM document WHERE id = 1",
		"văn bản 4: số, ngày", AMONG},
	{"reading", "UPDATE reading SET state = 'draft' WHERE id = 1", "văn bản 1: kết quả đọc", ONLY},
	{"reading", "UPDATE reading SET json = '{}' WHERE id = 2", "văn bản 2: kết quả đọc", ONLY},
	{"reading", "UPDATE reading SET program = 'x', added_at = 1 WHERE id = 2",
		"văn bản 2: kết quả đọc", ONLY},
	{"reading", "DELETE FROM reading WHERE id = 2", "kết quả đọc 2: có trong nhật ký", AMONG},
	{"source", "UPDATE source SET json = '{}' WHERE reading_id = 1", "văn bản 1: nguyên văn", ONLY},
	{"source", "DELETE FROM source WHERE reading_id = 2", "văn bản 2: nguyên văn", ONLY},
	{"form", "UPDATE form SET name = 'b.txt' WHERE document_id = 2", "văn bản 2: dạng của tệp",
		ONLY},
	{"form",
		"UPDATE form SET document_id = 2 WHERE name_inside = '' AND added_at = 1795000000 "
		"AND "
		"file_hash IN (SELECT f.file_hash FROM form f LEFT JOIN reading r ON r.file_hash = "
		"f.file_hash WHERE r.id IS NULL)",
		"văn bản 2: dạng của tệp", ONLY},
	{"form", "DELETE FROM form WHERE document_id = 2", "1 dạng của văn bản có trong nhật ký", AMONG},
	{"form", "INSERT INTO form SELECT file_hash, 'x', 2, 'x', 0 FROM form WHERE document_id = 2",
		"văn bản 2: dạng của tệp", ONLY},
	{"file", "UPDATE file SET kind = 'DOCX' WHERE size = 3", "tệp khác với nhật ký", AMONG},
	{"file", "UPDATE file SET size = 4 WHERE size = 3", "tệp đã bị sửa", AMONG},
	{"follow", "UPDATE follow SET unit_id = 2 WHERE task_id = 1",
		"đơn vị chủ trì khác với danh mục", AMONG},
	{"due_count", "INSERT INTO due_count VALUES (2026, 0, 'x', 1)",
		"số đếm khác với số nhiệm vụ", ONLY},
	{"unit_count", "UPDATE unit_count SET n = n + 1", "số đếm khác với số nhiệm vụ", ONLY},
	{"unit", "UPDATE unit SET valid_to = '2026-01-01' WHERE id = 3", "đơn vị 3: tên, ngày", ONLY},
	{"unit", "UPDATE unit SET parent_id = 9 WHERE id = 3", "đơn vị không có cấp trên", AMONG},
	{"unit", "DELETE FROM unit WHERE id = 3", "đơn vị 3: có trong nhật ký", AMONG},
	{"unit", "INSERT INTO unit (id, code, name, kind) VALUES (4, 'H4', 'Phòng', 'room')",
		"đơn vị 4: tên, ngày", AMONG},
	{"unit_name", "UPDATE unit_name SET name = 'x' WHERE unit_id = 2", "đơn vị 2: các tên gọi",
		ONLY},
	{"unit_name", "DELETE FROM unit_name WHERE unit_id = 1 AND position = 2",
		"đơn vị 1: các tên gọi", ONLY},
	{"unit_name", "INSERT INTO unit_name VALUES (2, 7, 'alias', 'VG', 'vg')",
		"đơn vị 2: các tên gọi", ONLY},
	{"unit_name", "INSERT INTO unit_name VALUES (77, 0, 'name', 'VG', 'vg')",
		"hàng của đơn vị 77 không có", AMONG},
	{"unit_succession", "UPDATE unit_succession SET document = '2/QĐ'", "đơn vị 2: kế thừa", ONLY},
	{"unit_succession", "DELETE FROM unit_succession", "đơn vị 2: kế thừa", ONLY},
	{"unit_succession", "INSERT INTO unit_succession VALUES (1, 2, '', '2026-01-01', 'x')",
		"đơn vị 1: kế thừa", ONLY},
	{"unit_settlement", "UPDATE unit_settlement SET name = 'x' WHERE unit_id = 3",
		"đơn vị 3: tên đã xác định", ONLY},
	{"unit_settlement", "UPDATE unit_settlement SET unit_id = 2 WHERE unit_id = 3",
		"đơn vị 2: tên đã xác định", AMONG},
	{"unit_settlement", "DELETE FROM unit_settlement WHERE unit_id = 1",
		"đơn vị 1: tên đã xác định", ONLY},
	{"unit_settlement", "INSERT INTO unit_settlement VALUES ('x', 0, 'X', 2)",
		"đơn vị 2: tên đã xác định", ONLY},
	{"task", "UPDATE task SET reading_id = 1, position = 9 WHERE id = 5",
		"nhiệm vụ 5: chỗ trong bản đọc", ONLY},
	{"task", "UPDATE task SET added = FALSE WHERE id = 5", "nhiệm vụ 5: chỗ trong bản đọc", AMONG},
	{"task",
		"INSERT INTO task (id, reading_id, position, label, line_start, line_end, "
		"time_json, confidence, state, version, added) VALUES (6, 2, 2, '2', 0, 0, '{}', "
		"0, 'draft', 1, TRUE)",
		"nhiệm vụ 6: chỗ trong bản đọc", AMONG},
	{"task", "DELETE FROM task WHERE id = 5", "nhiệm vụ 5: có trong nhật ký", AMONG},
	{"settled", "UPDATE settled SET text = 'Việc khác' WHERE task_id = 4",
		"nhiệm vụ 4: nội dung người sửa", ONLY},
	{"settled", "DELETE FROM settled WHERE task_id = 4", "nhiệm vụ 4: nội dung người sửa", AMONG},
	{"settled", "INSERT INTO settled (task_id, label, time_json) VALUES (3, '', '{}')",
		"nhiệm vụ 3: nội dung người sửa", ONLY},
	{"settled_assignment", "UPDATE settled_assignment SET name = 'Sở Y Tế' WHERE name = 'Sở Y tế'",
		"nhiệm vụ 4: nội dung người sửa", ONLY},
	{"settled_assignment", "UPDATE settled_assignment SET name_key = 'x' WHERE name = 'Sở Y tế'",
		"nhiệm vụ 4: tên đơn vị người sửa", ONLY},
	{"settled_assignment", "DELETE FROM settled_assignment WHERE position = 1",
		"nhiệm vụ 4: nội dung người sửa", ONLY},
	{"settled_assignment", "INSERT INTO settled_assignment VALUES (3, 'lead', 0, 'x', 'x')",
		"nhiệm vụ 3: tên đơn vị người sửa", AMONG},
	{"correction", "UPDATE correction SET was = 'x' WHERE task_id = 4 AND field = 'text'",
		"nhiệm vụ 4: nội dung người sửa", ONLY},
	{"correction", "UPDATE correction SET position = 1 WHERE task_id = 4 AND field = 'text'",
		"nhiệm vụ 4: nội dung người sửa", ONLY},
	{"correction", "DELETE FROM correction WHERE task_id = 5", "nhiệm vụ 5: nội dung người sửa",
		ONLY},
	{"correction", "INSERT INTO correction VALUES (4, 1, 'heading', 'a', 'b')",
		"nhiệm vụ 4: nội dung người sửa", ONLY},
	{"correction", "INSERT INTO correction VALUES (77, 0, 'heading', 'a', 'b')",
		"nhiệm vụ 77 không có", AMONG},
	{"rereading", "DELETE FROM rereading WHERE id = 1", "văn bản 2: lần đọc lại 1", ONLY},
	{"rereading", "DELETE FROM rereading", "văn bản 2: lần đọc lại 2", AMONG},
	{"rereading", "UPDATE rereading SET json = '{}' WHERE id = 2", "văn bản 2: lần đọc lại 2", ONLY},
	{"rereading", "UPDATE rereading SET program = 'x' WHERE id = 2", "văn bản 2: lần đọc lại 2",
		ONLY},
	{"rereading",
		"INSERT INTO rereading SELECT 3, document_id, program, added_at, hash, json FROM "
		"rereading WHERE id = 2",
		"văn bản 2: lần đọc lại 3", AMONG},
	{"rereading", "UPDATE rereading SET document_id = 1 WHERE id = 2",
		"văn bản 1: lần đọc lại 2", AMONG},
	{"account", "UPDATE account SET role = 'administrator' WHERE id = 2",
		"tài khoản 2: tên, vai trò", ONLY},
	{"account", "UPDATE account SET unit = NULL WHERE id = 2", "tài khoản 2: tên, vai trò", ONLY},
	{"account", "UPDATE account SET disabled = TRUE WHERE id = 1", "tài khoản 1: tên, vai trò",
		ONLY},
	{"account", "UPDATE account SET password = '$argon2id$2' WHERE id = 1",
		"tài khoản 1: tên, vai trò", ONLY},
	{"account", "UPDATE account SET way = 'ldap', subject = 'x' WHERE id = 1",
		"tài khoản 1: tên, vai trò", ONLY},
	{"account", "DELETE FROM account WHERE id = 2", "tài khoản 2: có trong nhật ký", ONLY},
	{"account",
		"INSERT INTO account (id, name, name_key, role, totp_step, failures, failed_at, "
		"locked_until, disabled, created_at) VALUES (3, 'x', 'x', 'administrator', 0, 0, "
		"0, 0, FALSE, 0)",
		"tài khoản 3: tên, vai trò", AMONG},
	{"api_token", "UPDATE api_token SET scopes = 'read write admin' WHERE id = 1",
		"tài khoản 1: các mã API", ONLY},
	{"api_token", "UPDATE api_token SET account_id = 2 WHERE id = 1", "tài khoản 2: các mã API",
		AMONG},
	{"api_token", "UPDATE api_token SET expires_at = expires_at + 1 WHERE id = 3",
		"tài khoản 1: các mã API", ONLY},
	{"api_token", "DELETE FROM api_token WHERE account_id = 1", "tài khoản 1: các mã API", ONLY},
	{"role_rule", "UPDATE role_rule SET totp = FALSE", "yêu cầu đối với các vai trò", ONLY},
	{"role_rule", "DELETE FROM role_rule", "yêu cầu đối với các vai trò", ONLY},
	{"role_rule", "INSERT INTO role_rule VALUES ('clerk', FALSE)",
		"yêu cầu đối với các vai trò", ONLY},
	{"holiday", "UPDATE holiday SET what = 'open' WHERE position = 0",
		"lịch năm 2027: ngày nghỉ", ONLY},
	{"holiday", "DELETE FROM holiday WHERE position = 1", "lịch năm 2027: ngày nghỉ", ONLY},
	{"holiday", "INSERT INTO holiday VALUES (2028, 0, '2028-01-03', '2028-01-03', 'off', 'x', 'x')",
		"lịch năm 2028: ngày nghỉ", ONLY},
	{"holiday_year", "UPDATE holiday_year SET version = 9 WHERE year = 2028",
		"lịch năm 2028: phiên bản", ONLY},
	{"holiday_year", "DELETE FROM holiday_year WHERE year = 2028",
		"lịch năm 2028: có trong nhật ký", ONLY},
	{"holiday_year", "INSERT INTO holiday_year VALUES (2029, 1)", "lịch năm 2029: phiên bản", AMONG},
	/* removed with all traces but the record */
	{"correction settled_assignment settled",
		"DELETE FROM correction WHERE task_id = 4; DELETE FROM settled_assignment WHERE "
		"task_id = 4; DELETE FROM settled WHERE task_id = 4",
		"nhiệm vụ 4: nội dung người sửa", ONLY},
	{"correction settled_assignment settled step task",
		"DELETE FROM correction WHERE task_id = 5; DELETE FROM settled_assignment WHERE "
		"task_id = 5; DELETE FROM settled WHERE task_id = 5; DELETE FROM step WHERE "
		"task_id = 5; DELETE FROM task WHERE id = 5",
		"nhiệm vụ 5: có trong nhật ký", AMONG},
	{"api_token account",
		"DELETE FROM api_token WHERE account_id = 1; DELETE FROM account WHERE id = 1",
		"tài khoản 1: có trong nhật ký", ONLY},
	{"counter", "UPDATE counter SET last = 1 WHERE name = 'unit'", "bộ đếm", ONLY},
	{"counter", "DELETE FROM counter WHERE name = 'rereading'", "bộ đếm", ONLY},
	{"counter", "UPDATE counter SET last = 1 WHERE name = 'account'", "bộ đếm", ONLY},
	{"counter", "DELETE FROM counter WHERE name = 'api_token'", "bộ đếm", ONLY},
	{"counter", "UPDATE counter SET last = 1 WHERE name = 'task'", "bộ đếm", ONLY},
	{"counter", "DELETE FROM counter WHERE name = 'document'", "bộ đếm", ONLY},
};

static void
expect(const Harm *harm, const char *found)
{
	if (strstr(found, harm->found) == NULL)
		g_error("%s: found %s", harm->sql, found);
	if (harm->findings == ONLY && strchr(found, '\n') != strrchr(found, '\n'))
		g_error("%s: found also %s", harm->sql, found);
}

static void
try_harm(DdStore *store, const Harm *harm)
{
	g_auto(GStrv) tables = g_strsplit(harm->table, " ", -1);
	for (char **table = tables; *table != NULL; table++)
		run(store, "CREATE TABLE kept_TABLE_NAME AS SELECT * FROM TABLE_NAME", *table);
	run(store, harm->sql, "");
	g_autofree char *found = check(store);
	expect(harm, found);
	for (char **table = tables; *table != NULL; table++)
		run(store,
			"DELETE FROM TABLE_NAME; INSERT INTO TABLE_NAME SELECT * FROM "
			"kept_TABLE_NAME; DROP TABLE kept_TABLE_NAME",
			*table);
}

static void
test_harms(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autofree char *before = check(store);
	g_assert_cmpstr(before, ==, "");
	for (size_t i = 0; i < G_N_ELEMENTS(harms); i++)
		try_harm(store, &harms[i]);
	g_autofree char *after = check(store);
	g_assert_cmpstr(after, ==, "");
}

/* What takes numbers says what is wrong when their counter is gone */
static void
test_no_counter(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = open_store(url);
	g_auto(DdChange) change = {0};
	int64_t first = 0;
	run(store, "DELETE FROM counter WHERE name = 'task'", "");
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	g_assert_false(dd_change_number(&change, "task", 1, &first, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
}

/* A file, its hash, and all that names it, changed together */
static void
test_replaced_file(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	DdHash was = dd_hash_of("two", 3), now = dd_hash_of("new", 3);
	char from[DD_HASH_TEXT], to[DD_HASH_TEXT];
	const bool sqlite = dd_engine_of(url) == DD_DB_SQLITE;
	g_autofree char *sql = g_strdup_printf(
		sqlite ? "UPDATE file SET hash = x'%2$s', content = x'6e6577' WHERE hash = "
			 "x'%1$s'; "
			 "UPDATE form SET file_hash = x'%2$s' WHERE file_hash = x'%1$s'; "
			 "UPDATE reading SET file_hash = x'%2$s' WHERE file_hash = x'%1$s'"
		       : "UPDATE file SET hash = '\\x%2$s', content = 'new' WHERE hash = "
			 "'\\x%1$s'; "
			 "UPDATE form SET file_hash = '\\x%2$s' WHERE file_hash = '\\x%1$s'; "
			 "UPDATE reading SET file_hash = '\\x%2$s' WHERE file_hash = '\\x%1$s'",
		dd_hash_format(&was, from), dd_hash_format(&now, to));
	run(store, sql, "");
	g_autofree char *found = check(store);
	g_assert_nonnull(strstr(found, "văn bản 2: dạng của tệp"));
	g_assert_nonnull(strstr(found, "văn bản 2: kết quả đọc"));
	g_assert_null(strstr(found, "văn bản 1:"));
}

/* More rows than a page holds */
static void
test_pages(const char *url)
{
	g_autoptr(DdStore) store = open_store(url);
	g_autoptr(GString) json = g_string_new("{\"tasks\": [");
	for (int i = 0; i < 1201; i++)
		g_string_append_printf(
			json, "%s{\"id\": \"%d\", \"lead\": [\"Sở %d\", \"Phòng\"], \"coordinate\": [\"A\"]}",
			i > 0 ? "," : "", i, i);
	g_string_append(json, "], \"citations\": [");
	for (int i = 0; i < 1001; i++)
		g_string_append_printf(
			json, "%s{\"raw\": \"Luật số %d\", \"type\": \"Luật\", \"number\": \"%d/2026/QH15\"}",
			i > 0 ? "," : "", i, i);
	g_string_append(json, "]}");
	take_in(store, json->str, "many");
	g_autofree char *before = check(store);
	g_assert_cmpstr(before, ==, "");
	const Harm late[] = {
		{"task", "UPDATE task SET product = 'x' WHERE id = 1204", "nội dung nhiệm vụ", ONLY},
		{"assignment", "UPDATE assignment SET confidence = 1 WHERE task_id = 1204 AND role = 'lead' AND position = 1",
			"phân công", ONLY},
		{"citation", "UPDATE citation SET line = 7 WHERE reading_id = 3 AND position = 1000",
			"viện dẫn", ONLY},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(late); i++)
		try_harm(store, &late[i]);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/check/harms", test_harms);
	dd_engine_test_add("/check/no-counter", test_no_counter);
	dd_engine_test_add("/check/replaced-file", test_replaced_file);
	dd_engine_test_add("/check/pages", test_pages);
	return g_test_run();
}
