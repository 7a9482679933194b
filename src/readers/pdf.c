/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf.c: PDF by way of poppler: its letters with their places become words, its ruling lines what tables are made of. A module
 * of its own, since poppler brings fifty libraries with it.
 */
#include "reader-module.h"

#include <fontconfig/fontconfig.h>
#include <iconv.h>
#include <poppler.h>
#include <string.h>

#include "error.h"
#include "layout.h"
#include "maxima.h"
#include "pdf-lines.h"
#include "pdf-page.h"
#include "pdf-sample.h"
#include "token.h"

/* The pages of one file on their way into a Document */
typedef struct {
	const guint8 *bytes;
	gsize len;
	PopplerDocument *pdf;
	GPtrArray *contents; /* DdPageContent */
	GArray *unread;      /* guint: numbers of pages whose letters have to be recognised */
	const DdReadContext *context;
	guint recognised;      /* pages of them */
	bool is_cut;           /* some pages are missing */
	DdPdfObjects *objects; /* for ruling lines; NULL where they have to be looked for in images */
	bool has_looked;       /* whether there are any */
} Reading;

static void
set_poppler_error(GError **error, const GError *why, bool has_password)
{
	if (g_error_matches(why, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
		dd_error_set_password(error, has_password);
	else
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"tệp PDF hỏng; hãy xin lại bản gốc từ nơi gửi "
			"(broken PDF: %s; ask its sender for the original)",
			why != NULL ? why->message : "it does not say why");
}

/*
 * Poppler tries a password in ISO 8859-1 first, and ends the process where it has other letters; then as it is given. Such a one is
 * told so that its UTF-8, which ISO 32000-2 (7.6.4.3.3) wants, is what poppler makes of it first.
 * Returns: (transfer full) what to tell poppler, NULL none
 */
static char *
make_password(const char *password)
{
	bool is_wide = false;
	for (const char *at = password; at != NULL && *at != '\0' && !is_wide;
		at = g_utf8_next_char(at))
		is_wide = g_utf8_get_char(at) > 0xFF;
	if (!is_wide)
		return g_strdup(password);
	/* never moved, so that no copy is left behind */
	GString *told = g_string_sized_new(2 * DD_MAX_PASSWORD_BYTES + 1);
	for (const char *at = password; *at != '\0'; at++)
		g_string_append_unichar(told, (guchar)*at);
	return g_string_free(told, FALSE);
}

/* Returns: (transfer full) or NULL with @error in our domain */
static PopplerDocument *
open_pdf(const guint8 *bytes, gsize len, const char *password, GError **error)
{
	g_autoptr(GBytes) shared = g_bytes_new_static(bytes, len);
	g_autoptr(GError) why = NULL;
	g_autofree char *told = make_password(password);
	g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes(shared);
	/* Poppler of Debian 12 dies of a wrong password for bytes; streams it reads more slowly */
	PopplerDocument *pdf = told == NULL ? poppler_document_new_from_bytes(shared, NULL, &why)
					    : poppler_document_new_from_stream(
						      stream, (goffset)len, told, NULL, &why);
	if (told != NULL)
		explicit_bzero(told, strlen(told));
	if (pdf == NULL) {
		set_poppler_error(error, why, password != NULL);
		return NULL;
	}
	int n = poppler_document_get_n_pages(pdf);
	if (n >= 1 && n <= DD_MAX_PAGES)
		return pdf;
	if (n < 1)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"tệp PDF hỏng: không có trang nào (broken PDF: it has no page)");
	else
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp PDF có %d trang, nhiều hơn %d; hãy tách thành nhiều tệp "
			"(%d pages, more than %d; split the file)",
			n, DD_MAX_PAGES, n, DD_MAX_PAGES);
	g_object_unref(pdf);
	return NULL;
}

/* A page that nobody recognises holds nothing: what text it has may be nonsense. */
static void
leave_unread(Reading *self, guint i)
{
	DdPageContent *old = self->contents->pdata[i];
	DdPageContent *blank = dd_page_content_new(old->width, old->height);
	blank->unread = true;
	self->contents->pdata[i] = blank;
	dd_page_content_free(old);
}

static bool
draw_unread(uint32_t i, DdPageImage *image_out, void *user_data, GError **error)
{
	const Reading *self = user_data;
	guint number = g_array_index(self->unread, guint, i);
	g_autoptr(PopplerPage) page = poppler_document_get_page(self->pdf, (int)number);
	return dd_pdf_page_draw(page, image_out, error);
}

static void
take_recognised(uint32_t i, DdPageContent *content, void *user_data)
{
	Reading *self = user_data;
	guint number = g_array_index(self->unread, guint, i);
	dd_page_content_free(g_steal_pointer(&self->contents->pdata[number]));
	self->contents->pdata[number] = content;
	self->recognised++;
	if (self->context->progress != NULL)
		self->context->progress(self->contents->len - self->unread->len + self->recognised,
			self->contents->len, self->context->user_data);
}

static void
free_content(gpointer content)
{
	dd_page_content_free(content);
}

/* A page of which the file only says that it is there: without it the others can be read */
static void
add_missing(Reading *self)
{
	g_ptr_array_add(self->contents, dd_page_content_new(0, 0));
	self->is_cut = true;
}

/* Adds the ruling lines of page @i: by what it says that it draws, else by drawing it. */
static void
take_rules(Reading *self, PopplerPage *page, guint i, DdPageContent *content)
{
	if (!self->has_looked)
		self->objects = dd_pdf_objects_new(self->bytes, self->len);
	self->has_looked = true;
	bool same = self->objects != NULL && dd_pdf_objects_get_n_pages(self->objects) ==
						     (guint)poppler_document_get_n_pages(self->pdf);
	if (!same || !dd_pdf_lines_take(self->objects, i, content))
		dd_pdf_page_look_for_rules(page, content);
}

/* Notes that page @i has to be recognised; one that may not be drawn stays unread, so that the others can be read. */
static void
add_unread(Reading *self, PopplerPage *page, guint i)
{
	if (dd_pdf_page_may_be_drawn(page)) {
		g_array_append_val(self->unread, i);
		return;
	}
	leave_unread(self, i);
	self->is_cut = true;
}

/* Takes the words of all pages, and finds out which of them have to be recognised. */
static void
take_texts(Reading *self, bool *bad_text_out)
{
	guint n = (guint)poppler_document_get_n_pages(self->pdf);
	for (guint i = 0; i < n; i++) {
		g_autoptr(PopplerPage) page = poppler_document_get_page(self->pdf, (int)i);
		bool bad_text = false, unread = false;
		if (page == NULL) {
			add_missing(self);
			continue;
		}
		DdPageContent *content = dd_pdf_page_take(page, &unread, &bad_text);
		g_ptr_array_add(self->contents, content);
		if (!unread && dd_pdf_page_may_hold_table(content))
			take_rules(self, page, i, content);
		*bad_text_out = *bad_text_out || bad_text;
		if (unread)
			add_unread(self, page, i);
	}
}

static bool
is_damaged(const DdLexicon *lexicon, const DdPageContent *content)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < content->words->len; i++) {
		g_string_append(text, g_array_index(content->words, DdPageWord, i).text);
		g_string_append_c(text, ' ');
	}
	return dd_damage_judge(lexicon, text->str, text->len) == DD_DAMAGE_HEAVY;
}

static bool
is_scan(const Reading *self, guint i)
{
	g_autoptr(PopplerPage) page = poppler_document_get_page(self->pdf, (int)i);
	return page != NULL && dd_pdf_page_may_be_drawn(page) && dd_pdf_page_is_scan(page);
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
	const guint *one = a, *two = b;
	return *one < *two ? -1 : *one > *two;
}

/*
 * A scanner's own recognition, often one that knows no Vietnamese, lies as text over the image of the page. Where that of one page
 * is damaged, all pages that are images are recognised anew: on the others there may only be too little to tell by.
 */
static bool
doubt_scans(Reading *self)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	guint n = self->contents->len, n_unread = self->unread->len;
	bool damaged = false;
	for (guint i = 0; i < n && !damaged; i++)
		damaged = is_damaged(lexicon, self->contents->pdata[i]) && is_scan(self, i);
	for (guint i = 0, k = 0; damaged && i < n; i++) {
		if (k < n_unread && g_array_index(self->unread, guint, k) == i)
			k++; /* known already */
		else if (is_scan(self, i))
			g_array_append_val(self->unread, i);
	}
	g_array_sort(self->unread, compare_numbers);
	return damaged;
}

static bool
recognise(Reading *self, GError **error)
{
	const DdRecogniseJob job = {
		.n = self->unread->len, .draw = draw_unread, .take = take_recognised, .user_data = self};
	return self->context->recogniser->recognise(&job, error);
}

/*
 * There is no recogniser. @bad_fonts: on some page the letters mean nothing, and on the others there may only be too few to tell by,
 * so that none of them is believed
 */
static void
leave_all_unread(Reading *self, bool bad_fonts)
{
	for (guint i = 0; bad_fonts && i < self->contents->len; i++)
		leave_unread(self, i);
	for (guint i = 0; !bad_fonts && i < self->unread->len; i++)
		leave_unread(self, g_array_index(self->unread, guint, i));
}

static DdDocument *
build(Reading *self, bool bad_text, GError **error)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	bool recognised = self->unread->len > 0 && self->context->recogniser != NULL;
	if (recognised && !recognise(self, error))
		return NULL;
	if (recognised)
		dd_document_builder_add_note(builder, DD_NOTE_RECOGNISED);
	else if (self->unread->len > 0)
		dd_document_builder_add_note(builder, DD_NOTE_UNREAD_PAGES);
	if (self->is_cut)
		dd_document_builder_add_note(builder, DD_NOTE_CUT);
	if (bad_text && recognised)
		dd_document_builder_add_note(builder, DD_NOTE_BAD_TEXT);
	const DdSignatureModule *signatures = self->context->signatures;
	DdPageContent *const *contents = (DdPageContent *const *)(void *)self->contents->pdata;
	if (!dd_layout_add_pages(builder, contents, self->contents->len, error))
		return NULL;
	if (signatures != NULL &&
		!signatures->add(self->context->trust, self->bytes, self->len, builder, error))
		return NULL;
	return dd_document_builder_finish(builder, error);
}

static DdDocument *
read_pdf(const guint8 *bytes, gsize len, const DdReadContext *context, GError **error)
{
	g_autoptr(PopplerDocument) pdf = open_pdf(bytes, len, context->password, error);
	if (pdf == NULL)
		return NULL;
	g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func(free_content);
	g_autoptr(GArray) unread = g_array_new(FALSE, FALSE, sizeof(guint));
	Reading self = {.bytes = bytes,
		.len = len,
		.pdf = pdf,
		.contents = contents,
		.unread = unread,
		.context = context};
	bool bad_text = false;
	take_texts(&self, &bad_text);
	dd_pdf_objects_free(self.objects);
	bool bad_scans = doubt_scans(&self);
	if (context->recogniser == NULL && unread->len > 0)
		leave_all_unread(&self, bad_text);
	return build(&self, bad_text || bad_scans, error);
}

/* A first use of all that a file can use; what poppler complains of files is nobody's to read. */
static void
say_nothing(G_GNUC_UNUSED const char *domain, G_GNUC_UNUSED GLogLevelFlags level,
	G_GNUC_UNUSED const char *message, G_GNUC_UNUSED gpointer user_data)
{
}

static bool
prepare(bool recognises, GError **error)
{
	/*
	 * Ruling lines need no letters: without a recogniser there are no fonts but those in the file, and none of fontconfig's
	 * files are read, which takes as long as all the rest of the start
	 */
	if (!recognises && !FcConfigSetCurrent(FcConfigCreate())) {
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi bên trong (no fontconfig)");
		return false;
	}
	const DdReadContext nothing = {0};
	static volatile iconv_t kept; /* loaded to stay: poppler brings passwords into it */
	kept = iconv_open("ISO-8859-1", "UTF-8");
	if (kept == (iconv_t)-1) { /* NOLINT(performance-no-int-to-ptr): as iconv_open says it */
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INTERNAL, "no converter to ISO-8859-1");
		return false;
	}
	g_log_set_handler("Poppler", G_LOG_LEVEL_MASK, say_nothing, NULL);
	g_autoptr(DdDocument) sample = read_pdf(
		(const guint8 *)dd_pdf_sample, strlen(dd_pdf_sample), &nothing, error);
	return sample != NULL;
}

/* NOLINTNEXTLINE(readability-identifier-naming): the name that all modules export */
__attribute__((visibility("default"))) const DdReaderModule dd_reader_module = {
	.version = DD_READER_MODULE_VERSION,
	.prepare = prepare,
	.read = read_pdf,
};
