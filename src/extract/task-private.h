/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-private.h: what the parts of the reader of tasks share */
#pragma once

#include "assign.h"
#include "phrase.h"
#include "task.h"

G_BEGIN_DECLS

#define HEADING_TIME_TOKENS 8u /* a heading that is a time has no more words */
#define DOER_BYTES                                                                                 \
	200u         /* of a bullet that is nothing but the names of who does the work above it */
#define DOER_REST 2u /* tokens of the last name that are not known to be of it */
#define HEADING_NAME_TOKENS 12u /* a heading that is a name has no more words */
#define CONTAINING_REACH 6u     /* tokens before the colon of "gồm các nội dung sau:" */
#define TITLE_TOKENS 6u         /* of "Nội dung, tiến độ thực hiện" */
#define TOPIC_TOKENS 24u /* of what an item is about, before whom it tells: "Về giao thông:" */
#define PLAIN_TASK_TOKENS 8u /* a shorter paragraph without a number is no task */

/* What a phrase says of the item it stands in */
typedef enum {
	DD_WORK_EXECUTION, /* it puts a decision into force */
	DD_WORK_POINTER,   /* the work stands in an appendix */
	DD_WORK_AIM,
	DD_WORK_GENERIC, /* carry this plan out */
	DD_WORK_MAKING,  /* something is made: that is work */
	DD_WORK_LIABLE,
	DD_WORK_PERIODIC,
	DD_WORK_CLOSING, /* "thông báo để các đơn vị biết, thực hiện" */
	DD_WORK_POLITE,  /* how a letter ends that has said before what it wants */
} DdWorkCue;

/* How a kind of document tells: always, only with the year in its number, or of what was done and what is ahead */
enum { DD_TELLS, DD_TELLS_AS_LAW, DD_TELLS_BOTH };

#define DD_WORK_BIT(cue) (UINT64_C(1) << (cue))

typedef struct {
	uint32_t heading;           /* index + 1 of what it gives to its items, 0: nothing */
	uint32_t last_child;        /* paragraph of its last item */
	uint32_t labelled_children; /* items right under it that carry labelled fields */
	uint8_t label_mark;         /* DdMark of its first labelled field */
	bool labelled;              /* labelled fields follow it */
	bool nested;                /* numbered items stand under one of its items */
	bool extends;               /* a plain paragraph that goes on with a labelled field */
} DdBlockFacts;

struct _DdTaskGrammar {
	DdTaskTools tools;
	DdPhrases *telling, *containing;
	DdPhrases *cues;  /* DdWorkCue */
	DdPhrases *ahead; /* how the parts of a report begin that say what is to be done */
};

/* What a heading gives to the items under it */
typedef struct {
	DdAssign assign;
	DdTime time;
	DdField time_raw, product;
} DdTaskHeading;

/* The state of one reading */
struct _DdTasker {
	const DdTaskGrammar *grammar;
	DdContext *context;
	DdBlockFacts *facts; /* by paragraph */
	GArray *headings;    /* DdTaskHeading */
	guint gives_nothing; /* index + 1 of the one that stands for all headings that give nothing, 0: none yet */
	DdTaskHeading request; /* whom the letter asks to do what its items say */
	bool telling;          /* the document is of a kind that gives no work */
	bool reporting;        /* … but says in a part of its own what its office will do */
	bool attached;         /* another document stands behind it: "ban hành kèm theo" */
	unsigned unnumbered;   /* tasks in paragraphs without a number so far */
};

static inline DdPara *
dd_task_para(const DdTasker *self, size_t i)
{
	return &g_array_index(self->context->paras, DdPara, i);
}

static inline bool
dd_task_is_item(const DdPara *para)
{
	return para->mark != DD_MARK_NONE && para->id != NULL && para->role != DD_ROLE_TASK_MORE;
}

/*
 * Tasks of one item: its own paragraph, plain paragraphs that go on, labelled fields. @end is behind the last of them.
 */
typedef struct {
	size_t first;      /* paragraph of the item */
	size_t text_first; /* first paragraph of its text */
	size_t text_end;   /* behind the last paragraph of its text */
	size_t end;        /* behind its last paragraph */
	size_t doer;       /* paragraph that names who does it and nothing else, 0: none */
	bool has_fields;
} DdTaskBlock;

/* task-block.c: is @para a closing sentence of the document, which belongs to no item? */
bool
dd_task_is_closing(const DdTasker *self, const DdPara *para);
/* Returns: TRUE when the last byte of @para is one of @signs */
bool
dd_task_ends_with(const DdTasker *self, const DdPara *para, const char *signs);
/* Returns: the paragraphs that belong to the item at @i when nothing else takes them */
DdTaskBlock
dd_task_find_block(const DdTasker *self, size_t i);
/* First look: which items carry labelled fields, so that fields behind the last of several bullets go to their heading */
void
dd_task_gather_facts(DdTasker *self);
/* Do the only labelled fields under the item's bullets stand behind the last bullet? Then they are the item's own */
bool
dd_task_takes_in_children(const DdTasker *self, size_t i);
/* Returns: an item whose bullets share its labelled fields or are parts of its work: all of it is one task */
DdTaskBlock
dd_task_block_with_children(const DdTasker *self, size_t i);
/*
 * "a) Nội dung:" over bullets, and behind the last of them "b) Chủ trì: …", which is that of all.
 * Returns: the paragraph of the label over the bullets of the item at @i, SIZE_MAX when there is none
 */
size_t
dd_task_find_shared_content(const DdTasker *self, size_t i);

/* task.c: Reads the labelled fields of @block into @task. */
void
dd_task_read_fields(DdTasker *self, const DdTaskBlock *block, DdTask *task);

/*
 * task-judge.c: is the item @para, whose tokens [@from, @to) are in scratch, work that somebody is told to do? @own is who the item names,
 * @given (nullable) the heading above it that gives leads.
 */
bool
dd_task_is_work(const DdTasker *self, const DdPara *para, const DdAssign *own,
	const DdTaskHeading *given, size_t from, size_t to);
/* Is the document of a kind that tells and gives no work: a report, rules, a text of no office? */
bool
dd_task_is_telling(const DdTasker *self);
/* Is it a report, whose part on the work ahead gives work? */
bool
dd_task_is_reporting(const DdTasker *self);
/* Does a request in the tokens [@from, @to) say no more than that what was said is to be done: "quan tâm, phối hợp thực hiện"? */
bool
dd_task_is_courtesy(const DdTasker *self, size_t from, size_t to);

G_END_DECLS
