/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-words.h: the words of citations and what they are to the grammar */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cite.h"
#include "phrase.h"

G_BEGIN_DECLS

/* How a title ends: values of the phrases of ends of titles */
enum {
	DD_CITE_END, /* what follows is no part of it */
	DD_CITE_END_TALK, /* something is said of the programme: "rất chậm", "còn nhiều khó khăn" */
	DD_CITE_END_AREA, /* "trên địa bàn": part of it where years follow */
};

/* Single words that steer the grammar; a word may be several */
enum {
	DD_CITE_AND = 1 << 0,     /* và, hoặc */
	DD_CITE_OF = 1 << 1,      /* của */
	DD_CITE_DAY = 1 << 2,     /* ngày */
	DD_CITE_MONTH = 1 << 3,   /* tháng */
	DD_CITE_YEAR = 1 << 4,    /* năm */
	DD_CITE_BETWEEN = 1 << 5, /* giữa */
	DD_CITE_WITH = 1 << 6,    /* với */
	DD_CITE_TERM = 1 << 7,    /* khóa, lần thứ, nhiệm kỳ: with a number behind */
	DD_CITE_LEVEL = 1 << 8,   /* tỉnh, huyện, xã, …: a place name may follow */
	DD_CITE_SO = 1 << 9,      /* số */
	DD_CITE_CLAUSE = 1 << 10, /* words of "gạch đầu dòng thứ nhất khoản 5 Điều 2" */
	DD_CITE_CLAUSE_HEAD = 1 << 11,
	DD_CITE_CALLED = 1 << 12, /* gọi, viết (tắt là) */
	DD_CITE_ALL = 1 << 13,    /* các, những */
	DD_CITE_AT = 1 << 14,     /* tại */
	DD_CITE_INSIDE = 1 << 15, /* trong, nội dung, theo: a named programme may follow */
	DD_CITE_LAW_TAIL = 1 << 16, /* goes on behind a comma in titles of laws: "Luật Phòng, chống …" */
	DD_CITE_MEETING = 1 << 17, /* Hội (nghị), Đại (hội), Trung (ương) */
	DD_CITE_UNIT = 1 << 18, /* what is counted: a number before it is no name of a document */
	DD_CITE_SOCIETY = 1 << 19, /* hội: "xã hội" is no level */
	DD_CITE_NOT_BODY = 1 << 20, /* Đảng, Nhà (nước): no issuer that tells one document from another */
	DD_CITE_ASK = 1 << 21,     /* nghị, cáo: "đề nghị của X tại Tờ trình" */
	DD_CITE_ALREADY = 1 << 22, /* đã: "X đã ban hành Công văn" */
	DD_CITE_JOINT = 1 << 23,   /* liên: "của liên bộ Bộ A - Bộ B" */
	DD_CITE_THIS = 1 << 25,    /* này */
	DD_CITE_ABOUT = 1 << 26,   /* về */
	DD_CITE_SPAN = 1 << 28,    /* toàn khóa, trọng tâm, quý: the time a plan is for */
	DD_CITE_SIGNED = 1 << 29,  /* ký */
	DD_CITE_CITY = 1 << 30,    /* TP, TX: "UBND TP. Hồ Chí Minh" */
	DD_CITE_PARTY = 1 << 27,   /* Đảng */
	DD_CITE_LEGAL = 1 << 24,   /* pháp, kỷ: "PHÁP LUẬT" is no law */
};

/* Kinds of documents: what may name one of them */
enum {
	DD_CITE_NAMED_BY_TITLE = 1 << 0, /* "Chiến lược sở hữu trí tuệ đến năm 2030" */
	DD_CITE_NAMED_BY_BODY = 1 << 1,    /* "Chương trình hành động của Chính phủ" */
	DD_CITE_NAMED_BY_PARTIES = 1 << 2, /* "Kế hoạch hợp tác giữa A với B" */
	DD_CITE_NAMED_BY_FIGURE = 1 << 3,  /* "Nghị quyết 57" */
	DD_CITE_NAMED_ALONE = 1 << 4,      /* "Nghị quyết", after a short name was given */
	DD_CITE_LAW = 1 << 5,              /* "Luật Đất đai" */
	DD_CITE_STANDARD = 1 << 6,         /* TCVN, QCVN */
	DD_CITE_NEEDS_TAIL = 1 << 7, /* a title must end in years: plans call themselves "Kế hoạch" */
	DD_CITE_FIGURE_EXPLAINED = 1 << 8, /* "Kế hoạch 712" only where the text cites one with that number in full */
	DD_CITE_FIGURE_IS_NAME = 1 << 9, /* "Đề án 06": the figure is part of the name, not a number */
	DD_CITE_NAMED_BY_MEETING = 1 << 10, /* "Nghị quyết Đại hội XIII của Đảng" */
	DD_CITE_DISTINCT = 1 << 11, /* a body has one of the kind at a time: "Quy chế làm việc của Bộ" */
	DD_CITE_CODE_SURE = 1 << 12, /* its code is put right where a scan broke it, parted where a sign is lost */
	DD_CITE_CODE_SHARED = 1 << 13, /* its code may as well be a body's: "PC" of a Ban Pháp chế */
};

typedef struct {
	const char *name; /* as the reading gives it */
	const char *code; /* in numbers, NULL: none */
	unsigned flags;
} DdCiteType;

extern const DdCiteType dd_cite_types[];
extern const size_t dd_cite_n_types;

#define DD_CITE_NO_TYPE 0xffu
#define DD_CITE_BRIEF 0x100 /* in values of the phrases of types: "QĐ", only with a full number */

/* What words before a mention do to it */
typedef enum {
	DD_CUE_CARRY_OUT,
	DD_CUE_SPECIFY, /* cụ thể hóa: carries out, but what is told "tại" a document is only taken from it */
	DD_CUE_AMEND,
	DD_CUE_ATTACH,
	DD_CUE_SPREAD, /* quán triệt, tuyên truyền */
	DD_CUE_BY,  /* theo, gắn với: takes part in what is carried out, else only mentions */
	DD_CUE_FIT, /* phải gắn với, phù hợp với */
	DD_CUE_PURPOSE,  /* nhằm, để: what was before no longer governs */
	DD_CUE_GROUND,   /* căn cứ */
	DD_CUE_BUILD,    /* xây dựng, lập: what follows is yet to be made */
	DD_CUE_ISSUE,    /* ban hành, phê duyệt: the same, with all of its subject */
	DD_CUE_DETAIL,   /* quy định chi tiết thi hành, hướng dẫn thi hành */
	DD_CUE_APPROVED, /* được phê duyệt tại: what is there is not itself amended */
	DD_CUE_NOTHING,  /* tiếp theo, theo dõi: looks like a cue and is none */
} DdCiteCue;

struct _DdCiteGrammar {
	const DdTimeGrammar *times;
	DdPhrases *laws, *types, *cues, *stops, *titles_end, *no_titles, *after_alone, *tails,
		*qualifiers, *bodies, *generics;
	uint32_t *masks, *fold_masks;
	uint16_t n_masks, n_fold_masks, so_fold;
};

/* Returns: (transfer none) the kind of document @type, name "" for DD_CITE_NO_TYPE */
const DdCiteType *
dd_cite_type_get(uint8_t type);
/* Returns: the type whose code in numbers is @code, DD_CITE_NO_TYPE when none */
uint8_t
dd_cite_type_by_code(const char *code);
/* Returns: (transfer none) canonical name of row @value of the table of bodies */
const char *
dd_cite_body_get(int value);
/* Returns: TRUE when token @i is one of the words @mask */
bool
dd_cite_is(const DdCiteGrammar *self, const DdTokens *tokens, size_t i, uint32_t mask);
/* Returns: TRUE when a blank stands before token @i */
bool
dd_cite_spaced(const DdTokens *tokens, size_t i);

G_END_DECLS
