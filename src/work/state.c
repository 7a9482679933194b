/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state.c: one table of states, one of actions */
#include "state.h"

#include "date.h"
#include "error.h"
#include "said.h"

#include <string.h>

/* What an action cannot be done without */
typedef enum {
	NEEDS_NOTHING = 0,
	NEEDS_REASON = 1 << 0,
	NEEDS_RESULT = 1 << 1,   /* a product or a proof: GAO's and the Government Office's rule */
	NEEDS_DOCUMENT = 1 << 2, /* the decision or plan that orders it */
	NEEDS_OTHER = 1 << 3, /* another person than the one who submitted: nobody approves their own */
	NEEDS_UNTIL = 1 << 4,
	NEEDS_ORDER = 1 << 5, /* the document, once the task went out (domain.md 3.3.3: a change is a decision) */
} Needs;

typedef struct {
	const char *word, *vi, *en;
	bool open;
} StateRow;

static const StateRow states[DD_STATE_LAST] = {
	[DD_STATE_DRAFT] = {"draft", "nháp trích xuất", "draft as read", false},
	[DD_STATE_APPROVED] = {"approved", "đã duyệt", "approved", false},
	[DD_STATE_ASSIGNED] = {"assigned", "đã giao", "assigned", true},
	[DD_STATE_ACCEPTED] = {"accepted", "đã tiếp nhận", "accepted", true},
	[DD_STATE_DOING] = {"doing", "đang thực hiện", "being carried out", true},
	[DD_STATE_SUBMITTED] = {"submitted", "chờ xác nhận", "submitted, to be confirmed", true},
	[DD_STATE_DONE] = {"done", "hoàn thành", "done", false},
	[DD_STATE_REFUSED] = {"refused", "từ chối tiếp nhận", "refused", true},
	[DD_STATE_RETURNED] = {"returned", "cần bổ sung", "more is asked for", true},
	[DD_STATE_PAUSED] = {"paused", "tạm dừng", "paused", true},
	[DD_STATE_WITHDRAWN] = {"withdrawn", "đã rút", "withdrawn", false},
	[DD_STATE_REPLACED] = {"replaced", "đã thay thế", "replaced by another plan", false},
	[DD_STATE_UNDONE] = {"undone", "kết thúc, không thực hiện", "closed, not carried out", false},
	[DD_STATE_DROPPED] = {"dropped", "bỏ khỏi bản nháp", "dropped from the draft", false},
};

#define IN(state) (1u << DD_STATE_##state)
/* what was given out and has not come to an end */
#define GIVEN                                                                                      \
	(IN(ASSIGNED) | IN(ACCEPTED) | IN(DOING) | IN(SUBMITTED) | IN(REFUSED) | IN(RETURNED) |    \
		IN(PAUSED))

typedef struct {
	const char *word, *vi, *en;
	unsigned from; /* states; none: it moves nothing */
	DdState to;
	unsigned needs;
} ActionRow;

static const ActionRow actions[DD_ACTION_LAST] = {
	[DD_ACTION_APPROVE] = {"approve", "duyệt", "approve", IN(DRAFT), DD_STATE_APPROVED,
		NEEDS_NOTHING},
	[DD_ACTION_ASSIGN] = {"assign", "giao", "assign", IN(APPROVED) | IN(REFUSED),
		DD_STATE_ASSIGNED, NEEDS_NOTHING},
	[DD_ACTION_TAKE] = {"take", "tiếp nhận", "take", IN(ASSIGNED), DD_STATE_ACCEPTED, NEEDS_NOTHING},
	[DD_ACTION_REFUSE] = {"refuse", "từ chối tiếp nhận", "refuse", IN(ASSIGNED),
		DD_STATE_REFUSED, NEEDS_REASON},
	[DD_ACTION_PROGRESS] = {"progress", "báo tiến độ", "tell of progress",
		IN(ACCEPTED) | IN(DOING) | IN(RETURNED), DD_STATE_DOING, NEEDS_NOTHING},
	[DD_ACTION_SUBMIT] = {"submit", "trình kết quả", "submit the result",
		IN(ACCEPTED) | IN(DOING) | IN(RETURNED), DD_STATE_SUBMITTED, NEEDS_RESULT},
	[DD_ACTION_RETURN] = {"return", "yêu cầu bổ sung", "ask for more", IN(SUBMITTED),
		DD_STATE_RETURNED, NEEDS_REASON},
	[DD_ACTION_CLOSE] = {"close", "xác nhận hoàn thành", "close as done", IN(SUBMITTED),
		DD_STATE_DONE, NEEDS_OTHER},
	[DD_ACTION_PAUSE] = {"pause", "tạm dừng", "pause", IN(ACCEPTED) | IN(DOING) | IN(RETURNED),
		DD_STATE_PAUSED, NEEDS_REASON | NEEDS_UNTIL},
	[DD_ACTION_RESUME] = {"resume", "tiếp tục", "resume", IN(PAUSED), DD_STATE_DOING, NEEDS_NOTHING},
	[DD_ACTION_WITHDRAW] = {"withdraw", "rút", "withdraw", GIVEN | IN(APPROVED),
		DD_STATE_WITHDRAWN, NEEDS_DOCUMENT},
	[DD_ACTION_REPLACE] = {"replace", "thay thế", "replace by another plan",
		GIVEN | IN(APPROVED), DD_STATE_REPLACED, NEEDS_DOCUMENT},
	[DD_ACTION_END] = {"end", "kết thúc, không thực hiện", "close, not carried out", GIVEN,
		DD_STATE_UNDONE, NEEDS_REASON},
	[DD_ACTION_TRANSFER] = {"transfer", "chuyển đơn vị chủ trì", "have another unit lead",
		IN(APPROVED) | IN(ASSIGNED) | IN(ACCEPTED) | IN(DOING) | IN(REFUSED) | IN(RETURNED),
		DD_STATE_ASSIGNED, NEEDS_REASON | NEEDS_ORDER},
	[DD_ACTION_DROP] = {"drop", "bỏ khỏi bản nháp", "drop from the draft", IN(DRAFT),
		DD_STATE_DROPPED, NEEDS_REASON},
	[DD_ACTION_RESTORE] = {"restore", "đưa lại vào bản nháp", "take back into the draft",
		IN(DROPPED), DD_STATE_DRAFT, NEEDS_NOTHING},
	[DD_ACTION_REOPEN] = {"reopen", "mở lại", "reopen", IN(DONE) | IN(UNDONE), DD_STATE_DOING,
		NEEDS_REASON},
	[DD_ACTION_READ] = {"read", "xem nhiệm vụ", "see the task", 0, 0, 0},
	[DD_ACTION_READ_PUBLISHED] = {"read-published", "xem nội dung công khai",
		"see what is published", 0, 0, 0},
	[DD_ACTION_CORRECT] = {"correct", "sửa bản đọc", "correct", IN(DRAFT), DD_STATE_DRAFT,
		NEEDS_NOTHING},
	[DD_ACTION_ADD] = {"add", "thêm vào bản đọc", "add", IN(DRAFT), DD_STATE_DRAFT, NEEDS_NOTHING},
	[DD_ACTION_SPLIT] = {"split", "tách", "split", IN(DRAFT), DD_STATE_DRAFT, NEEDS_NOTHING},
	[DD_ACTION_MERGE] = {"merge", "gộp", "merge", IN(DRAFT), DD_STATE_DRAFT, NEEDS_NOTHING},
	[DD_ACTION_SET_DAY] = {"event", "xác định ngày hạn", "give the day that it is due", 0, 0, 0},
	[DD_ACTION_IMPORT] = {"import", "nhập văn bản", "import documents", 0, 0, 0},
	[DD_ACTION_JOBS] = {"jobs", "xem việc đọc tệp", "see the jobs", 0, 0, 0},
	[DD_ACTION_AUDIT] = {"audit", "xem nhật ký", "read the record of changes", 0, 0, 0},
	[DD_ACTION_MANAGE] = {"manage", "quản trị", "manage the store", 0, 0, 0},
};

const char *
dd_state_to_string(DdState state)
{
	g_return_val_if_fail(state < DD_STATE_LAST, NULL);
	return states[state].word;
}

const char *
dd_state_get_vi(DdState state)
{
	g_return_val_if_fail(state < DD_STATE_LAST, NULL);
	return states[state].vi;
}

const char *
dd_state_get_en(DdState state)
{
	g_return_val_if_fail(state < DD_STATE_LAST, NULL);
	return states[state].en;
}

bool
dd_state_from_string(const char *word, DdState *state_out)
{
	for (DdState state = 0; state < DD_STATE_LAST; state++)
		if (strcmp(states[state].word, word) == 0) {
			*state_out = state;
			return true;
		}
	return false;
}

bool
dd_state_is_open(DdState state)
{
	g_return_val_if_fail(state < DD_STATE_LAST, false);
	return states[state].open;
}

const char *
dd_action_to_string(DdAction action)
{
	g_return_val_if_fail(action < DD_ACTION_LAST, NULL);
	return actions[action].word;
}

const char *
dd_action_get_vi(DdAction action)
{
	g_return_val_if_fail(action < DD_ACTION_LAST, NULL);
	return actions[action].vi;
}

const char *
dd_action_get_en(DdAction action)
{
	g_return_val_if_fail(action < DD_ACTION_LAST, NULL);
	return actions[action].en;
}

bool
dd_action_from_string(const char *word, DdAction *action_out)
{
	for (DdAction action = 0; action < DD_ACTION_LAST; action++)
		if (strcmp(actions[action].word, word) == 0) {
			*action_out = action;
			return true;
		}
	return false;
}

bool
dd_state_may_move(DdState from, DdAction action, DdState *to_out)
{
	g_return_val_if_fail(from < DD_STATE_LAST && action < DD_ACTION_LAST, false);
	if ((actions[action].from & (1u << from)) == 0)
		return false;
	/* what did not go out yet does not by having another lead */
	bool stays = action == DD_ACTION_TRANSFER && from == DD_STATE_APPROVED;
	*to_out = stays ? from : actions[action].to;
	return true;
}

static bool
refuse_missing(DdAction action, const char *what_vi, const char *what_en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_MISSING, "%s cần có %s (%s needs %s)",
		actions[action].vi, what_vi, actions[action].en, what_en);
	return false;
}

static bool
check_until(DdAction action, const DdActionFacts *facts, GError **error)
{
	if (!dd_date_is_set(facts->until))
		return refuse_missing(action, "ngày kết thúc", "a day it ends", error);
	if (dd_date_compare(facts->until, facts->today) >= 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"thời gian tạm dừng kết thúc trước ngày bắt đầu (the pause ends before it begins)");
	return false;
}

static bool
check_needs(DdState from, DdAction action, const DdActionFacts *facts, GError **error)
{
	unsigned needs = actions[action].needs;
	if ((needs & NEEDS_ORDER) != 0 && from != DD_STATE_APPROVED)
		needs |= NEEDS_DOCUMENT;
	if (!dd_is_said(facts->by))
		return refuse_missing(action, "tên người thực hiện", "who does it", error);
	if ((needs & NEEDS_REASON) != 0 && !dd_is_said(facts->reason))
		return refuse_missing(action, "lý do", "a reason", error);
	if ((needs & NEEDS_RESULT) != 0 && !dd_is_said(facts->product) && !dd_is_said(facts->proof))
		return refuse_missing(
			action, "sản phẩm hoặc minh chứng", "a product or a proof", error);
	if ((needs & NEEDS_DOCUMENT) != 0 && !dd_is_said(facts->document))
		return refuse_missing(
			action, "văn bản làm căn cứ", "the document that orders it", error);
	if ((needs & NEEDS_OTHER) != 0 && g_strcmp0(facts->by, facts->submitted_by) == 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_FORBIDDEN,
			"người trình kết quả không tự xác nhận (whoever submitted does not close)");
		return false;
	}
	return (needs & NEEDS_UNTIL) == 0 || check_until(action, facts, error);
}

bool
dd_state_move(DdState from, DdAction action, const DdActionFacts *facts, DdState *to_out, GError **error)
{
	DdState to;
	if (!dd_state_may_move(from, action, &to)) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_CONFLICT, "không thể %s khi nhiệm vụ ở trạng thái “%s” (cannot %s a task that is \"%s\")",
			actions[action].vi, states[from].vi, actions[action].en, states[from].en);
		return false;
	}
	if (!check_needs(from, action, facts, error))
		return false;
	if (action == DD_ACTION_CLOSE && facts->goes_on)
		to = DD_STATE_DOING;
	*to_out = to;
	return true;
}
