/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame.h: what both ends of the pipe agree on: how a stream begins, the types of its frames, what is in each */
#pragma once

#include <glib.h>

#include "maxima.h"

G_BEGIN_DECLS

#define DD_WIRE_MAGIC "DDOC"
#define DD_WIRE_GREETING_BYTES 5 /* the magic and the version */
#define DD_FRAME_HEAD_BYTES 5    /* type and length */

/*
 * Behind each its payload. A document is told in one way only: what is not so (parts out of their order or empty, a page
 * said twice, a note again) is refused, so that the frames of a stream are no more than a few for each block.
 */
typedef enum {
	DD_FRAME_BEGIN = 1, /* string: kind. A document begins */
	DD_FRAME_NOTE,      /* u8: DdNote. Rising, before all that follow */
	DD_FRAME_PART,      /* u8: DdPart. Rising; at least one block follows */
	DD_FRAME_PAGE,      /* u32. Another one than before (at first 0); a block follows */
	DD_FRAME_PARAGRAPH, /* u8: heading, align, bold, boxed; string: text, number, style ("" none) */
	DD_FRAME_TABLE,     /* empty; this and the next two are open until a CLOSE */
	DD_FRAME_ROW,       /* empty */
	DD_FRAME_CELL,      /* u32: column, columns, rows; none reaches below the last row */
	DD_FRAME_CLOSE,     /* empty: closes what was opened last */
	DD_FRAME_ERROR,     /* u8: DdError; string: message of one line. In place of a document */
	DD_FRAME_END,       /* empty: nothing follows */
	DD_FRAME_SHEET, /* u32: width, height; u8: unread, turned; u32: skew + DD_MAX_SKEW. The next page;
			   before signatures and parts */
	/* string: signer, organisation, authority; u32: time, its high half first; u8: state, trust, time stamped, whole.
	 * Before parts */
	DD_FRAME_SIGNATURE,
	/* for each word u32: start, page, left, top, right, bottom; u8: confidence. At least one; the paragraph follows */
	DD_FRAME_PLACES,
	DD_FRAME_PROGRESS, /* u32: done, of. Done rises, of stays; before BEGIN or ERROR */
	DD_FRAME_MEMBER, /* u8: DdMemberState; u32: its bytes, 0 unless whole; string: name. Behind all blocks */
	/* so many bytes of the member, in frames of DD_FRAME_PIECE_BYTES but for the last */
	DD_FRAME_PIECE,
	DD_FRAME_LAST
} DdFrameType;

#define DD_FRAME_STRING_BYTES(n) (4u + (n))
#define DD_FRAME_CELL_BYTES 12u
#define DD_FRAME_PARAGRAPH_BYTES(text, number, style)                                              \
	(4u + DD_FRAME_STRING_BYTES(text) + DD_FRAME_STRING_BYTES(number) +                        \
		DD_FRAME_STRING_BYTES(style))
#define DD_FRAME_PLACE_BYTES 25u
#define DD_FRAME_PIECE_BYTES (1u << 15)
#define DD_FRAME_MEMBER_BYTES(name) (5u + DD_FRAME_STRING_BYTES(name))
#define DD_FRAME_SIGNATURE_BYTES(names) (3 * 4u + (names) + 12u)

G_STATIC_ASSERT(DD_FRAME_PARAGRAPH_BYTES(DD_MAX_PARAGRAPH_BYTES, DD_MAX_NUMBER_BYTES,
			DD_MAX_STYLE_BYTES) <= DD_MAX_WIRE_FRAME_BYTES);
G_STATIC_ASSERT(DD_MAX_PARAGRAPH_PLACES *DD_FRAME_PLACE_BYTES <= DD_MAX_WIRE_FRAME_BYTES);
G_STATIC_ASSERT(1 + DD_FRAME_STRING_BYTES(DD_MAX_MESSAGE_BYTES) <= DD_MAX_WIRE_FRAME_BYTES);

G_END_DECLS
