/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-page.c: poppler's letters, each with its rectangle, as words; the page as an image where that is needed */
#include "pdf-page.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#include "error.h"
#include "maxima.h"
#include "rules.h"
#include "syllable.h"

#define POINTS_AN_INCH 72.0F
#define RULES_DPI 108.0F /* shows the thinnest lines, and is soon drawn */
#define RECOGNISE_DPI 300.0F
#define SIDE_POINTS_MAX 5000.0 /* of a page that is drawn: larger than A0 */
#define PIXELS_MAX (64u << 20) /* of one that is drawn; a larger one is drawn smaller */
#define GAP_EMS 1.3F           /* between words of two columns */
#define GAP_LEAST_EMS 0.1F     /* of a blank */
#define LEAP_EMS 0.6F    /* between letters of one word there is less, also where one is wide */
#define GAPS_LEAST 2     /* such gaps on a page, before its ruling lines are looked for */
#define FEW_WORDS 60     /* on a page that may be an image with a stamp */
#define IMAGE_SHARE 0.4  /* of a page that an image covers */
#define WHOLE_SHARE 0.8  /* of one that is nothing but an image, under a text that nobody sees */
#define JUDGED_WORDS 30  /* from how many words on a text can be called nonsense */
#define VALID_SHARE 0.15 /* of syllables in a text that is none */
#define NO_LETTER 0xFFFD /* what Unicode has for one that cannot be told */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_t, cairo_destroy)

/* The word being put together */
typedef struct {
	DdPageContent *content;
	GString *text;
	DdPageWord word;
	bool blank; /* came behind it */
} Words;

static void
end_word(Words *self)
{
	if (self->text->len > 0) {
		self->word.text = self->text->str;
		dd_page_content_add_word(self->content, &self->word);
	}
	g_string_truncate(self->text, 0);
}

/*
 * Poppler parts words also where the font changes, which it does inside of words: a font may have no "ố" of its own. Where there is no
 * gap there was no blank. And it goes from one column to the next without a sign: where there is a leap there is another word.
 */
static bool
goes_on(const Words *self, float left, float top, float bottom)
{
	const DdPageWord *word = &self->word;
	float middle = (top + bottom) / 2;
	float leap = (self->blank ? GAP_LEAST_EMS : LEAP_EMS) * word->size;
	return fabsf(left - word->right) < leap && middle > word->top && middle < word->bottom;
}

static void
add_letter(Words *self, gunichar letter, const PopplerRectangle *box, const PopplerTextAttributes *font)
{
	float left = (float)MIN(box->x1, box->x2), right = (float)MAX(box->x1, box->x2);
	float top = (float)MIN(box->y1, box->y2), bottom = (float)MAX(box->y1, box->y2);
	DdPageWord *word = &self->word;
	if (self->text->len > 0 && !goes_on(self, left, top, bottom))
		end_word(self);
	self->blank = false;
	if (self->text->len == 0)
		*word = (DdPageWord){.left = left,
			.right = right,
			.top = top,
			.bottom = bottom,
			/* fonts that are drawn by the file may have any size, or none */
			.size = font != NULL && font->font_size > 0 ? (float)font->font_size
								    : bottom - top,
			.confidence = DD_CONFIDENCE_UNKNOWN,
			.bold = font != NULL && font->font_name != NULL &&
				strcasestr(font->font_name, "bold") != NULL};
	word->left = MIN(word->left, left);
	word->right = MAX(word->right, right);
	word->top = MIN(word->top, top);
	word->bottom = MAX(word->bottom, bottom);
	g_string_append_unichar(self->text, letter);
}

/* Signs that fonts use for blanks, and such as stand for nothing */
static bool
is_blank(gunichar letter)
{
	return g_unichar_isspace(letter) || letter == 0x00A0 || letter == 0xFEFF ||
	       letter == 0x200B || g_unichar_iscntrl(letter);
}

static void
take_words(PopplerPage *page, DdPageContent *content)
{
	g_autofree char *text = poppler_page_get_text(page);
	g_autofree PopplerRectangle *boxes = NULL;
	guint n = 0;
	if (text == NULL || !poppler_page_get_text_layout(page, &boxes, &n))
		return;
	GList *fonts = poppler_page_get_text_attributes(page);
	GList *font = fonts;
	g_autoptr(GString) held = g_string_new(NULL);
	Words words = {.content = content, .text = held};
	const char *at = text;
	for (guint i = 0; i < n && *at != '\0'; i++, at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		/* one that is none would have the whole file refused; poppler of Debian 12 lets none through */
		if (!g_unichar_validate(letter))
			letter = NO_LETTER;
		while (font != NULL && ((PopplerTextAttributes *)font->data)->end_index < (int)i)
			font = font->next;
		if (is_blank(letter))
			words.blank = true;
		else
			add_letter(&words, letter, &boxes[i], font != NULL ? font->data : NULL);
	}
	end_word(&words);
	poppler_page_free_text_attributes(fonts);
}

/* Do words stand beside each other as in columns? Poppler hands over lines from left to right, columns one after the other. */
bool
dd_pdf_page_may_hold_table(const DdPageContent *content)
{
	unsigned gaps = 0;
	for (guint i = 1; i < content->words->len && gaps < GAPS_LEAST; i++) {
		const DdPageWord *before = &g_array_index(content->words, DdPageWord, i - 1);
		const DdPageWord *word = &g_array_index(content->words, DdPageWord, i);
		bool beside = word->top < before->bottom && before->top < word->bottom;
		gaps += beside && word->left - before->right > GAP_EMS * word->size;
		/* back up: another column */
		gaps += word->bottom < before->top;
	}
	return gaps >= GAPS_LEAST;
}

bool
dd_pdf_page_may_be_drawn(PopplerPage *page)
{
	double width, height;
	poppler_page_get_size(page, &width, &height);
	/* a page may call itself of any size; written so that none that is no number passes */
	return width >= 1 && height >= 1 && width <= SIDE_POINTS_MAX && height <= SIDE_POINTS_MAX;
}

static bool
draw(PopplerPage *page, float dpi_wanted, DdPageImage *image_out, GError **error)
{
	double width, height;
	poppler_page_get_size(page, &width, &height);
	if (!dd_pdf_page_may_be_drawn(page)) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_TOO_LARGE, "trang giấy quá lớn để đọc từ ảnh (the page is too large to be read as an image)");
		return false;
	}
	float dpi_most = POINTS_AN_INCH * (float)sqrt(PIXELS_MAX / (width * height));
	float dpi = MIN(dpi_wanted, dpi_most);
	double scale = (double)(dpi / POINTS_AN_INCH);
	int columns = (int)ceil(width * scale), rows = (int)ceil(height * scale);
	int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, columns);
	g_autofree guint8 *pixels = g_malloc((gsize)stride * (gsize)rows);
	memset(pixels, 0xFF, (gsize)stride * (gsize)rows);
	g_autoptr(cairo_surface_t) surface = cairo_image_surface_create_for_data(
		pixels, CAIRO_FORMAT_RGB24, columns, rows, stride);
	g_autoptr(cairo_t) cairo = cairo_create(surface);
	cairo_scale(cairo, scale, scale);
	poppler_page_render(page, cairo);
	cairo_surface_flush(surface);
	*image_out = (DdPageImage){.pixels = g_steal_pointer(&pixels),
		.width = (uint32_t)columns,
		.height = (uint32_t)rows,
		.stride = (uint32_t)stride,
		.dpi = dpi};
	return true;
}

void
dd_pdf_page_look_for_rules(PopplerPage *page, DdPageContent *content)
{
	DdPageImage image;
	if (!draw(page, RULES_DPI, &image, NULL))
		return; /* then it has no tables but by its gaps */
	dd_rules_find(&image, content);
	g_free(image.pixels);
}

/* Does one image cover @share of the page, as in a scan? */
static bool
shows_image(PopplerPage *page, double share)
{
	double width, height, largest = 0;
	poppler_page_get_size(page, &width, &height);
	GList *images = poppler_page_get_image_mapping(page);
	for (const GList *at = images; at != NULL; at = at->next) {
		const PopplerRectangle *area = &((const PopplerImageMapping *)at->data)->area;
		largest = MAX(largest, fabs(area->x2 - area->x1) * fabs(area->y2 - area->y1));
	}
	poppler_page_free_image_mapping(images);
	return largest >= share * width * height;
}

/*
 * Fonts may come with a wrong table of what their glyphs mean: then hardly a word is built like a syllable, while of a text in an old
 * encoding those without marks still are.
 */
static bool
is_nonsense(const DdPageContent *content)
{
	unsigned n = 0, valid = 0;
	/* mostly some of the words tell that there are enough good ones, whatever the others are */
	const double enough = VALID_SHARE * content->words->len;
	for (guint i = 0; i < content->words->len && valid < enough; i++) {
		const char *text = g_array_index(content->words, DdPageWord, i).text;
		size_t len = strlen(text);
		while (len > 0 && g_ascii_ispunct(text[len - 1]))
			len--;
		if (len < 2 || strcspn(text, "0123456789") < len)
			continue;
		n++;
		g_autofree char *composed = g_utf8_normalize(text, (gssize)len, G_NORMALIZE_NFC);
		valid += composed != NULL && dd_syllable_is_valid(composed, strlen(composed));
	}
	return n >= JUDGED_WORDS && valid < VALID_SHARE * n;
}

DdPageContent *
dd_pdf_page_take(PopplerPage *page, bool *unread_out, bool *bad_text_out)
{
	double width, height;
	poppler_page_get_size(page, &width, &height);
	DdPageContent *content = dd_page_content_new((float)width, (float)height);
	take_words(page, content);
	*bad_text_out = is_nonsense(content);
	*unread_out = *bad_text_out ||
		      (content->words->len < FEW_WORDS && shows_image(page, IMAGE_SHARE));
	return content;
}

bool
dd_pdf_page_is_scan(PopplerPage *page)
{
	return shows_image(page, WHOLE_SHARE);
}

bool
dd_pdf_page_draw(PopplerPage *page, DdPageImage *image_out, GError **error)
{
	return draw(page, RECOGNISE_DPI, image_out, error);
}
