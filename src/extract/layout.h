/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout.h: lines and paragraphs of a document as the extractors see them */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Where a line stands in the document */
typedef enum {
	DD_ZONE_BODY,  /* default */
	DD_ZONE_HEAD,  /* letterhead: motto, issuer, number, place and date, type */
	DD_ZONE_TITLE, /* the title under the type */
	DD_ZONE_TAIL,  /* recipients and signature */
	DD_ZONE_ANNEX, /* head of an appendix: its name, title, "(Kèm theo …)" */
	DD_ZONE_TABLE, /* inside a table (set by table.c) */
	DD_ZONE_NOISE, /* page numbers, running heads, stamps, electronic signatures */
} DdZone;

typedef struct {
	uint32_t start, end; /* text offsets, without the '\n' and outer white space */
	uint8_t zone;        /* DdZone */
	bool blank;
} DdLine;

/* What begins a paragraph */
typedef enum {
	DD_MARK_NONE,
	DD_MARK_PART,         /* Phần I, PHẦN THỨ NHẤT */
	DD_MARK_CHAPTER,      /* Chương II */
	DD_MARK_SECTION,      /* Mục 1 */
	DD_MARK_ARTICLE,      /* Điều 5 */
	DD_MARK_LETTER_UPPER, /* A. B. */
	DD_MARK_ROMAN,        /* I. II. */
	DD_MARK_STEP, /* Bước 1, and "Quý I", "Tháng 3" alone on a line over what is done in it */
	DD_MARK_NUMBER, /* 1. 1.1. 1.1.1 1) */
	DD_MARK_LETTER, /* a) a. đ) */
	DD_MARK_DASH,   /* - */
	DD_MARK_PLUS,   /* + */
	DD_MARK_DOT,    /* • * */
} DdMark;

static inline bool
dd_mark_is_bullet(DdMark mark)
{
	return mark == DD_MARK_DASH || mark == DD_MARK_PLUS || mark == DD_MARK_DOT;
}

/* What a paragraph is to the reader */
typedef enum {
	DD_ROLE_PROSE,
	DD_ROLE_HEADING,
	DD_ROLE_TASK,      /* first paragraph of a task */
	DD_ROLE_TASK_MORE, /* goes on with the task: further text or a labelled field */
	DD_ROLE_BASIS,     /* Căn cứ … */
	DD_ROLE_TITLE,
	DD_ROLE_ATTACHED, /* (Kèm theo …) */
	DD_ROLE_LEGEND,   /* "KHTH: Kế hoạch tổng hợp": no work, whatever it begins with */
} DdRole;

/* What a section is about, by its heading and the headings above */
typedef enum {
	DD_SECTION_NONE,
	DD_SECTION_AIMS,  /* mục đích, yêu cầu, quan điểm, mục tiêu, nguyên tắc */
	DD_SECTION_TASKS, /* nhiệm vụ, giải pháp, nội dung */
	DD_SECTION_SCHEDULE, /* thời gian, địa điểm, thành phần */
	DD_SECTION_FUNDS,    /* kinh phí */
	DD_SECTION_ORGANISE, /* tổ chức thực hiện */
	DD_SECTION_REPORTS,  /* chế độ báo cáo */
	DD_SECTION_TOPICS, /* nội dung, hình thức tuyên truyền: what is told and how; work only where somebody is named */
	DD_SECTION_FACTS,  /* đánh giá tình hình, kết quả: what was, not what is to be */
} DdSection;

typedef struct {
	uint32_t start, end; /* text offsets, mark included */
	uint32_t body;       /* behind the mark */
	uint32_t line;       /* index of its first line */
	uint8_t mark;        /* DdMark */
	uint8_t role;        /* DdRole */
	uint8_t section;     /* DdSection */
	uint8_t depth;       /* of the outline, 0: none */
	int32_t above;       /* paragraph of the heading it stands under, -1: none */
	int32_t task;        /* index of its task, -1: none */
	uint32_t children;   /* marked paragraphs right under it */
	const char *id;      /* path, NULL: none */
} DdPara;

G_END_DECLS
