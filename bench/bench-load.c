/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-load.c: fills a new store with tasks by the store's own verbs: plans come in, are issued, and some of their tasks move on. The same
 * numbers make the same store. usage: bench-load URL TASKS    Prints tasks, plans and seconds
 */
#include "date.h"
#include "error.h"
#include "follow.h"
#include "instant.h"
#include "intake.h"
#include "stored.h"

#include <stdio.h>
#include <string.h>

#define TASKS_PER_120_PLANS 10000
#define PLANS_PER_10000 120
#define OFFICE "Ủy ban nhân dân tỉnh Bình An"
#define FIRST_DAY INT64_C(1735693200) /* 2025-01-01 in Vietnam */
#define HOURS_APART 3600

static const char *const units[] = {"Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế",
	"Sở Công Thương", "Sở Tư pháp", "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ",
	"Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo",
	"Thanh tra tỉnh", "Văn phòng UBND tỉnh", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh",
	"Ban Quản lý khu kinh tế", "Thuế tỉnh", "Kho bạc Nhà nước tỉnh", "Bảo hiểm xã hội tỉnh",
	"Báo và Đài Bình An", "UBND phường Minh Xuân", "UBND phường An Tường", "UBND phường Mỹ Lâm",
	"UBND xã Sơn Dương", "UBND xã Tân Trào", "UBND xã Yên Sơn", "UBND xã Hàm Yên",
	"UBND xã Chiêm Hóa", "UBND xã Na Hang", "UBND xã Lâm Bình", "UBND xã Thượng Lâm",
	"UBND xã Kim Bình", "UBND xã Hòa An", "UBND xã Phú Lương", "UBND xã Trung Sơn",
	"UBND xã Hùng Đức", "UBND xã Thái Bình", "UBND xã Nhữ Khê", "UBND xã Đông Thọ",
	"UBND xã Bình Ca"};
static const char *const verbs[] = {"Rà soát", "Xây dựng", "Tổ chức triển khai", "Hoàn thiện",
	"Cập nhật", "Kiểm tra", "Tham mưu ban hành", "Đẩy mạnh", "Tuyên truyền", "Tập huấn",
	"Công khai", "Đánh giá"};
static const char *const things[] = {"cơ sở dữ liệu đất đai", "quy hoạch phát triển đô thị",
	"chuyển đổi số trong cơ quan nhà nước", "cải cách thủ tục hành chính",
	"ứng dụng dữ liệu dân cư", "chương trình giảm nghèo bền vững", "phòng cháy, chữa cháy rừng",
	"vệ sinh an toàn thực phẩm", "đầu tư công trung hạn", "bảo hiểm y tế toàn dân",
	"phát triển du lịch cộng đồng", "an toàn giao thông", "nông thôn mới nâng cao",
	"giáo dục nghề nghiệp", "phòng, chống thiên tai", "văn hóa công vụ", "kho lưu trữ điện tử",
	"hạ tầng viễn thông", "cung cấp dịch vụ công trực tuyến", "xúc tiến thương mại"};
static const char *const ends[] = {"trên địa bàn tỉnh", "tại các xã, phường",
	"theo nghị quyết của Hội đồng nhân dân", "gắn với sắp xếp bộ máy",
	"phục vụ người dân và doanh nghiệp", "ở vùng đồng bào dân tộc thiểu số",
	"trong giai đoạn 2026 - 2030", "bảo đảm tiến độ, chất lượng"};
static const char *const notes[] = {"Đã khảo sát và lập danh mục", "Đã trình dự thảo, đang lấy ý kiến",
	"Đang phối hợp với các đơn vị liên quan", "Đã hoàn thành phần mềm thử nghiệm"};

/* A generator that is the same everywhere: Knuth, MMIX */
typedef struct {
	uint64_t state;
} Dice;

static size_t
roll(Dice *dice, size_t sides)
{
	dice->state = dice->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(dice->state >> 33) % sides;
}

#define PICK(dice, list) ((list)[roll((dice), G_N_ELEMENTS(list))])

static DdField
field(const char *value)
{
	return (DdField){.value = value, .rule = "bench", .confidence = 95};
}

static DdTime
make_time(Dice *dice)
{
	static const char *every[] = {"quarter"};
	size_t kind = roll(dice, 10);
	if (kind == 0)
		return (DdTime){.kind = DD_TIME_CONTINUOUS};
	if (kind == 1)
		return (DdTime){.kind = DD_TIME_PERIODIC, .every = every, .n_every = 1, .before = "20"};
	DdDay day = dd_date_add_days((DdDay){2026, 1, 1}, (int)roll(dice, 730));
	return (DdTime){.kind = DD_TIME_BY_DATE, .end = day};
}

/* A plan on its way; what its reading points to is in the arena */
typedef struct {
	DdStore *store;
	DdArena *arena;
	Dice dice;
	DdReading reading;
	GString *text;
	unsigned number;
	DdActor actor;
	int64_t document;
} Plan;

static void
make_task(Plan *plan, DdTask *task, size_t i)
{
	g_autofree char *id = g_strdup_printf("II.%zu", i + 1);
	/* one after the other: the order in which arguments are told is nobody's */
	const char *verb = PICK(&plan->dice, verbs);
	const char *thing = PICK(&plan->dice, things);
	const char *end = PICK(&plan->dice, ends);
	g_autofree char *words = g_strdup_printf(
		"%s %s %s (mã số %u%02zu)", verb, thing, end, plan->number, i);
	DdField *names = dd_arena_alloc(plan->arena, 3 * sizeof(DdField));
	for (size_t n = 0; n < 3; n++)
		names[n] = field(PICK(&plan->dice, units));
	size_t helpers = roll(&plan->dice, 3);
	DdTime time = make_time(&plan->dice);
	*task = (DdTask){.id = dd_arena_strdup(plan->arena, id),
		.text = field(dd_arena_strdup(plan->arena, words)),
		.lead = {names, 1},
		.coordinate = {names + 1, helpers},
		.product = field("Báo cáo, dữ liệu"),
		.time = time,
		.confidence = 95};
	task->span.line = task->span.line_end = (uint32_t)i + 2;
	g_string_append_printf(plan->text, "%zu. %s. Chủ trì: %s.\n", i + 1, words, names[0].value);
}

static bool
take_in(Plan *plan, size_t n, GError **error)
{
	g_autofree char *number = g_strdup_printf("%u/KH-UBND", plan->number);
	const char *verb = PICK(&plan->dice, verbs);
	g_autofree char *title = g_strdup_printf("%s %s năm 2026", verb, PICK(&plan->dice, things));
	DdTask *tasks = dd_arena_alloc(plan->arena, n * sizeof(DdTask));
	g_string_assign(plan->text, "KẾ HOẠCH\n");
	for (size_t i = 0; i < n; i++)
		make_task(plan, &tasks[i], i);
	plan->reading = (DdReading){.file = "plan.txt", .tasks = tasks, .n_tasks = n};
	plan->reading.document.type = field("Kế hoạch");
	plan->reading.document.number = field(number);
	plan->reading.document.issuer = field(OFFICE);
	plan->reading.document.title = field(title);
	plan->reading.document.date = dd_date_add_days((DdDay){2025, 1, 1}, (int)(plan->number % 365));
	plan->reading.document.year = 2026;
	const DdIntakeFile file = dd_intake_file_make(plan->text->str, plan->text->len, "plan.txt");
	const DdIntake intake = {&file, "", &plan->reading, "bench", plan->text->str, NULL};
	DdIntakeResult result;
	if (!dd_intake_document(plan->store, &plan->actor, &intake, &result, error))
		return false;
	plan->document = result.document;
	return true;
}

static bool
take_step(DdChange *change, const DdStoredTask *task, const DdActingAs *part, DdStep step,
	GError **error)
{
	if (step.action != DD_ACTION_PROGRESS)
		step.progress.percent = -1;
	return dd_follow_step(change, task->id, part, &step, NULL, error);
}

/* Seven of ten are taken, five of these tell of progress, three of these are submitted, two of these closed */
static bool
move_on(Plan *plan, DdChange *change, const DdStoredTask *task, GError **error)
{
	const DdActingAs unit = {DD_ROLE_FOCAL, task->assignments[task->n_assignments - 1].name};
	const DdActingAs office = {DD_ROLE_OVERSEER, NULL};
	size_t far = roll(&plan->dice, 10);
	DdActor submits = {plan->actor.now, "Chuyên viên", "bench"};
	bool good = true;
	change->actor = &submits;
	if (far < 7)
		good = take_step(change, task, &unit, (DdStep){.action = DD_ACTION_TAKE}, error);
	DdStep progress = {.action = DD_ACTION_PROGRESS, .progress.next = "Tiếp tục theo kế hoạch"};
	progress.progress.percent = (int)roll(&plan->dice, 100);
	progress.progress.done = PICK(&plan->dice, notes);
	if (good && far < 5)
		good = take_step(change, task, &unit, progress, error);
	if (good && far < 3)
		good = take_step(change, task, &unit,
			(DdStep){.action = DD_ACTION_SUBMIT, .product = "Báo cáo kết quả"}, error);
	change->actor = &plan->actor;
	if (good && far < 2)
		good = take_step(change, task, &office, (DdStep){.action = DD_ACTION_CLOSE}, error);
	return good;
}

static bool
issue(Plan *plan, GError **error)
{
	const DdActingAs leader = {DD_ROLE_LEADER, NULL};
	DdTaskFilter filter = {.document = plan->document, .limit = 1000};
	g_auto(DdChange) change = {0};
	g_auto(DdIssued) issued = {0};
	g_autoptr(GArray) tasks = NULL;
	if (!dd_change_begin(plan->store, &plan->actor, &change, error) ||
		!dd_follow_issue(&change, plan->document, &leader, DD_DUE_STAYS, &issued, error))
		return false;
	tasks = dd_stored_tasks(plan->store, &filter, plan->arena, error);
	for (guint i = 0; tasks != NULL && i < tasks->len; i++)
		if (!move_on(plan, &change, &g_array_index(tasks, DdStoredTask, i), error))
			return false;
	return tasks != NULL && dd_change_commit(&change, error);
}

static bool
fill(DdStore *store, size_t n, unsigned *plans_out, GError **error)
{
	size_t plans = MAX(1, n * PLANS_PER_10000 / TASKS_PER_120_PLANS);
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < plans; i++) {
		g_autoptr(DdArena) arena = dd_arena_new();
		Plan plan = {.store = store,
			.arena = arena,
			.dice = {i + 1},
			.text = text,
			.number = (unsigned)i + 1,
			.actor = {FIRST_DAY + (int64_t)i * HOURS_APART, "Văn thư", "bench"}};
		if (!take_in(&plan, n * (i + 1) / plans - n * i / plans, error) || !issue(&plan, error))
			return false;
	}
	*plans_out = (unsigned)plans;
	return true;
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	guint64 n = 0;
	unsigned plans = 0;
	if (argc != 3 || !g_ascii_string_to_unsigned(argv[2], 10, 1, 10000000, &n, NULL)) {
		fprintf(stderr, "usage: bench-load URL TASKS\n");
		return 2;
	}
	int64_t began = g_get_monotonic_time();
	g_autoptr(DdStore) store = dd_store_open(argv[1], DD_DB_CREATE, FIRST_DAY, NULL, &error);
	if (store == NULL || !fill(store, (size_t)n, &plans, &error)) {
		fprintf(stderr, "%s\n", error->message);
		return 1;
	}
	printf("%" G_GUINT64_FORMAT " tasks of %u plans in %.1f s\n", n, plans,
		(double)(g_get_monotonic_time() - began) / 1e6);
	return 0;
}
