/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-private.h: what the files of the grammar of duties share: its cues and a paragraph as a row of events */
#pragma once

#include "duty.h"
#include "phrase.h"

G_BEGIN_DECLS

/* What a phrase tells the grammar */
typedef enum {
	DD_CUE_SKIP, /* a noun that looks like a verb: "chế độ báo cáo", "Hành chính - Tổng hợp" */
	DD_CUE_PAPER, /* a report as a thing: "xây dựng báo cáo" */
	DD_CUE_REPORT,
	DD_CUE_CONSOLIDATE,
	DD_CUE_FOLLOW,   /* theo dõi, đôn đốc */
	DD_CUE_CHECK,    /* kiểm tra, giám sát */
	DD_CUE_GUIDE,    /* hướng dẫn: goes along in a chain of monitoring */
	DD_CUE_REVIEW,   /* sơ kết, tổng kết */
	DD_CUE_ASSESS,   /* đánh giá, rà soát */
	DD_CUE_CONSIDER, /* xem xét */
	DD_CUE_DECIDE,   /* quyết định, phê duyệt: behind "xem xét" it is an approval */
	DD_CUE_ADJUST,
	DD_CUE_FUND,   /* cân đối, bố trí */
	DD_CUE_BUDGET, /* lập dự toán */
	DD_CUE_SECURE, /* bảo đảm: funds only right before money */
	DD_CUE_MONEY,
	DD_CUE_PUBLISH,  /* đăng tải */
	DD_CUE_DISCLOSE, /* công khai, công bố: only where it says on which site */
	DD_CUE_SITE,
	DD_CUE_SEND,    /* gửi */
	DD_CUE_SEND_TO, /* gửi về */
	DD_CUE_ALSO,    /* đồng gửi: a further recipient */
	DD_CUE_TOWARD,  /* về */
	DD_CUE_TO,      /* cho, trình, với */
	DD_CUE_VIA,     /* qua, thông qua */
	DD_CUE_ADVISE,  /* tham mưu, giúp */
	DD_CUE_WITH,    /* phối hợp với */
	DD_CUE_OF,      /* của, thuộc, theo: what follows is no actor */
	DD_CUE_FOR,     /* để */
	DD_CUE_IF,
	DD_CUE_THEN,      /* thì */
	DD_CUE_ASK,       /* giao, đề nghị, yêu cầu */
	DD_CUE_LEAD_IN,   /* có trách nhiệm, chủ trì, và: a verb may follow */
	DD_CUE_CHAIR,     /* chủ trì */
	DD_CUE_PROMPT,    /* kịp thời */
	DD_CUE_PERIODIC,  /* định kỳ, hằng năm */
	DD_CUE_BY_RULE,   /* theo quy định, khi có yêu cầu */
	DD_CUE_PLAN,      /* Kế hoạch, Chỉ thị này */
	DD_CUE_RESULT,    /* kết quả, tình hình, tiến độ */
	DD_CUE_BEFORE,    /* trước ngày */
	DD_CUE_UNIT,      /* first word of a unit's name; only where no directory is at hand */
	DD_CUE_WORK,      /* verbs of other work */
	DD_CUE_GENERIC,   /* triển khai thực hiện */
	DD_CUE_NOUN,      /* việc, công tác, nội dung: the verb behind is a noun */
	DD_CUE_HEAR,      /* nghe: who reports did so already */
	DD_CUE_SHALL,     /* sẽ */
	DD_CUE_NUMBERED,  /* số: behind "báo cáo" it names a document */
	DD_CUE_SPAN,      /* năm, tháng: a verb may stand behind a time */
	DD_CUE_AUTHORITY, /* cấp có thẩm quyền: a recipient that is no unit */
	DD_CUE_LABEL,     /* first words of a labelled field */
	DD_CUE_DONE,      /* đã được: who and what follow lie behind */
	DD_CUE_LAST
} DdCue;

/* duty-cues.c */
extern const DdPhrase dd_duty_cues[];
extern const size_t dd_duty_n_cues;

#define DD_CUE_BIT(cue) (UINT64_C(1) << (cue))

struct _DdDutyGrammar {
	DdPhrases *cues;
	DdPhrases *verbs; /* the cues that dd_cue_is_verb() knows, for a first look: whether @cues has another is asked behind it */
};

/* The kinds of events behind the cues */
enum {
	DD_EVENT_NAME = DD_CUE_LAST, /* one unit or several */
	DD_EVENT_COMMA,
	DD_EVENT_CLAUSE, /* ';' */
	DD_EVENT_STOP,   /* end of a sentence */
	DD_EVENT_OPEN,   /* '(' */
	DD_EVENT_CLOSE,
	DD_EVENT_OWNER, /* '[' */
	DD_EVENT_COLON,
	DD_EVENT_NUMBER,
	DD_EVENT_END
};

typedef struct {
	uint8_t kind;
	uint32_t at, len; /* tokens */
	DdFieldList names;
} DdDutyEvent;

/* Returns: TRUE for cues that are a duty's verb */
bool
dd_cue_is_verb(int cue);
/*
 * Turns the tokens [@from, @to) of the scan at hand into events, one of kind DD_EVENT_END last, into @events (GArray of
 * DdDutyEvent), which is emptied first. Names are read where @context is given; without it their first words are cues.
 */
void
dd_duty_events(const DdDutyGrammar *self, DdContext *context, const DdTokens *tokens, size_t from,
	size_t to, GArray *events);
/* Returns: TRUE when the event @i stands where a verb may stand: behind a unit, a sign or a word that leads in a
 * verb, with at most @unknown words between that are no event */
bool
dd_duty_is_verb_place(const GArray *events, guint i, size_t from, unsigned unknown);
/*
 * Looks at the chain of monitoring verbs that begins at event @i ("theo dõi, đôn đốc và kiểm tra").
 * Returns: how many verbs, 0 when it is none; its last event in @last_out, how many are "theo dõi", "đôn đốc" in @follow_out
 */
unsigned
dd_duty_chain(const GArray *events, guint i, guint *last_out, unsigned *follow_out);
/* Returns: TRUE when the event @i is what somebody leads in: "làm đầu mối, đôn đốc các đơn vị" */
bool
dd_duty_is_lead_in(const GArray *events, guint i);
/* Returns: TRUE when an event of kind @kind stands between @i and the end of its clause (a bounded look) */
bool
dd_duty_ahead(const GArray *events, guint i, int kind);
/* Returns: TRUE when "việc thực hiện" and nothing more stands behind event @i: of what all do, of this document */
bool
dd_duty_ends_carrying_out(const GArray *events, guint i);
/* Reads the notes at recipients' names that lay a duty, "(đăng tải trên …)"; @tokens is for scanning */
void
dd_duty_read_notes(const DdDutyGrammar *self, DdContext *context, DdTokens *tokens);

G_END_DECLS
