/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-strokes.c: a stroke of I stands upright from its foot to its head, without a bar, and ends alike at both */
#include "scan-strokes.h"

#include <string.h>

#define INK 160
#define STROKES "IHLTl1|" /* what I and several of them are read as */
#define STROKES_MAX 3     /* of a number */
#define HEIGHT_LEAST 16   /* pixels */
#define FOOT_SHARE 0.18F  /* of the height, at foot and head: serifs */
#define ROWS_SHARE 0.9F   /* of the rows between them that a stroke is seen in */
#define WIDE_SHARE 0.3F   /* of the height: a wider run is no stroke */
#define SLANT_SHARE 0.12F /* of the height, that a stroke moves by: more is V, X or / */
#define SERIF_RATIO 1.45F /* between the ink of foot and head: T and L have more */
#define RUNS_MAX 12

/* A run of ink in a row, in pixels of the sheet */
typedef struct {
	int from, to; /* @to exclusive */
} Run;

static bool
is_ink(PIX *grey, int x, int y)
{
	const l_uint32 *line = pixGetData(grey) + (size_t)y * (size_t)pixGetWpl(grey);
	return (GET_DATA_BYTE(line, x)) < INK;
}

/* Takes the runs of row @y of @frame. Returns: how many, at most RUNS_MAX */
static size_t
get_runs(PIX *grey, const DdScanFrame *frame, int y, Run runs[RUNS_MAX])
{
	size_t n = 0;
	int end = frame->left + frame->width, from = -1;
	for (int x = frame->left; x <= end && n < RUNS_MAX; x++) {
		bool ink = x < end && is_ink(grey, x, y);
		if (ink && from < 0)
			from = x;
		if (!ink && from >= 0) {
			runs[n++] = (Run){from, x};
			from = -1;
		}
	}
	return n;
}

/* Leaves the rows of @frame in which there is ink in its first half: a line's neighbours and signs below it are none. */
static bool
tighten(PIX *grey, DdScanFrame *frame)
{
	Run runs[RUNS_MAX];
	while (frame->height > 0 && get_runs(grey, frame, frame->top, runs) == 0) {
		frame->top++;
		frame->height--;
	}
	while (frame->height > 0 && get_runs(grey, frame, frame->top + frame->height - 1, runs) == 0)
		frame->height--;
	return frame->height >= HEIGHT_LEAST;
}

/* Does the run at a quarter of the height go straight from foot to head, alone in its place? */
static bool
is_stroke(PIX *grey, const DdScanFrame *frame, Run stroke)
{
	float height = (float)frame->height;
	if ((float)(stroke.to - stroke.from) > WIDE_SHARE * height)
		return false;
	int foot = (int)(FOOT_SHARE * height), seen = 0, rows = 0;
	for (int y = frame->top + foot; y < frame->top + frame->height - foot; y++, rows++) {
		Run runs[RUNS_MAX];
		size_t n = get_runs(grey, frame, y, runs);
		for (size_t i = 0; i < n; i++) {
			float moved = (float)(ABS(runs[i].from - stroke.from) +
					      ABS(runs[i].to - stroke.to));
			seen += moved <= 2 * SLANT_SHARE * height && runs[i].from < stroke.to &&
				stroke.from < runs[i].to;
		}
	}
	return (float)seen >= ROWS_SHARE * (float)rows;
}

/* Returns: the ink of rows from @top to before @bottom that is of one piece with @strokes in its row: their serifs, a T's bar */
static int
count_ends(PIX *grey, const DdScanFrame *frame, Run strokes, int top, int bottom)
{
	int n = 0;
	for (int y = top; y < bottom; y++) {
		Run runs[RUNS_MAX];
		size_t found = get_runs(grey, frame, y, runs);
		for (size_t i = 0; i < found; i++)
			if (runs[i].from < strokes.to && strokes.from < runs[i].to)
				n += runs[i].to - runs[i].from;
	}
	return n;
}

/* T has more ink above, and L below. */
static bool
ends_alike(PIX *grey, const DdScanFrame *frame, Run strokes)
{
	int foot = MAX((int)(FOOT_SHARE * (float)frame->height / 2), 1);
	int end = frame->top + frame->height;
	float above = (float)count_ends(grey, frame, strokes, frame->top, frame->top + foot);
	float below = (float)count_ends(grey, frame, strokes, end - foot, end);
	return above <= SERIF_RATIO * below && below <= SERIF_RATIO * above;
}

/* Leaves the rows of @frame that @stroke goes through: "/" and "," reach lower than letters. */
static bool
follow(PIX *grey, DdScanFrame *frame, Run stroke)
{
	int x = (stroke.from + stroke.to) / 2, end = frame->top + frame->height;
	int top = frame->top + frame->height / 4, bottom = top;
	while (top > frame->top && is_ink(grey, x, top - 1))
		top--;
	while (bottom < end && is_ink(grey, x, bottom))
		bottom++;
	frame->top = top;
	frame->height = bottom - top;
	return frame->height >= HEIGHT_LEAST;
}

/* Counts strokes behind @skip runs of other letters. Returns: 0 when they are none of a number */
static size_t
count(PIX *grey, DdScanFrame *frame, size_t skip)
{
	Run runs[RUNS_MAX];
	size_t n = get_runs(grey, frame, frame->top + frame->height / 4, runs), strokes = 0;
	if (skip >= n || !follow(grey, frame, runs[skip]))
		return 0;
	n = get_runs(grey, frame, frame->top + frame->height / 4, runs);
	while (skip + strokes < n && is_stroke(grey, frame, runs[skip + strokes]))
		strokes++;
	if (strokes == 0 || strokes > STROKES_MAX)
		return 0;
	const Run all = {runs[skip].from, runs[skip + strokes - 1].to};
	return ends_alike(grey, frame, all) ? strokes : 0;
}

char *
dd_scan_count_strokes(PIX *grey, const DdScanFrame *frame, const char *text)
{
	size_t letters = strspn(text, "VX"), strokes = strspn(text + letters, STROKES);
	const char *rest = text + letters + strokes;
	bool ends = *rest == '\0' || g_ascii_ispunct(*rest);
	DdScanFrame tight = *frame;
	/* a number of digits is none, and I before V or X was read well */
	if (strokes == 0 || letters > 2 || !ends || strcspn(text + letters, "IHl|") >= strokes)
		return NULL;
	if (frame->width <= 0 || !tighten(grey, &tight))
		return NULL;
	/* V and X have two strokes each at a quarter of their height */
	size_t n = count(grey, &tight, 2 * letters);
	if (n == 0 || (n == strokes && strspn(text + letters, "I") == strokes))
		return NULL;
	return g_strdup_printf("%.*s%.*s%s", (int)letters, text, (int)n, "III", rest);
}
