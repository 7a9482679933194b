/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-options.h: what all commands that work on the store take: which one, what time it is, who does it */
#pragma once

#include "command.h"
#include "store.h"

G_BEGIN_DECLS

typedef struct {
	char *store; /* NULL: DONDOC_STORE, else sqlite:dondoc.db */
	char *now;   /* NULL: the clock */
	char *by;    /* NULL: who is signed in on this machine */
	char *format;
	gboolean help;
	char **words;  /* what is left of the command line, NULL-terminated; NULL nothing */
	DdActor actor; /* of dd_store_options_take */
	char *origin;
} DdStoreOptions;

/* Rows of a table of options; a command's own stand behind them */
#define DD_STORE_ENTRIES(options)                                                                    \
	{"store", 's', 0, G_OPTION_ARG_FILENAME, &(options)->store, NULL, NULL},                     \
		{"now", 0, 0, G_OPTION_ARG_FILENAME, &(options)->now, NULL, NULL},                   \
		{"help", 'h', 0, G_OPTION_ARG_NONE, &(options)->help, NULL, NULL},                   \
	{                                                                                            \
		G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(options)->words, NULL, NULL \
	}
#define DD_STORE_BY_ENTRY(options)                                                                 \
	{                                                                                          \
		"by", 'b', 0, G_OPTION_ARG_FILENAME, &(options)->by, NULL, NULL                    \
	}
#define DD_STORE_FORMAT_ENTRY(options)                                                             \
	{                                                                                          \
		"format", 'f', 0, G_OPTION_ARG_FILENAME, &(options)->format, NULL, NULL            \
	}
/* What help says of them */
#define DD_STORE_HELP                                                                                    \
	"  -s, --store URL     sqlite:TỆP hoặc postgresql://…; mặc định DONDOC_STORE, rồi " \
	"sqlite:dondoc.db (the store; default "                                                          \
	"DONDOC_STORE, then sqlite:dondoc.db)\n"                                                         \
	"      --now TIME      coi bây giờ là TIME, giờ Việt Nam: 2026-12-10T08:00 (take this "  \
	"for the time now)\n"
#define DD_STORE_BY_HELP                                                                                                \
	"  -b, --by NAME       người thực hiện, ghi vào nhật ký; mặc định là tài khoản trên máy " \
	"(who does it, for the record)\n"

/*
 * Takes the options of @entries for @command, and what time it is. Returns: FALSE when the command is over: help was asked for, or the
 * command line is wrong; all is said then and in @exit_out
 */
bool
dd_store_options_take(DdStoreOptions *self, const char *command, const GOptionEntry *entries,
	int argc, char **argv, DdExit *exit_out);
void
dd_store_options_clear(DdStoreOptions *self);
/* Returns: (transfer none) URL of the store */
const char *
dd_store_options_get_url(const DdStoreOptions *self);
/* Opens it. Returns: (transfer full) or NULL, with the failure said */
DdStore *
dd_store_options_open(const DdStoreOptions *self, DdDbMode mode) G_GNUC_WARN_UNUSED_RESULT;
/* Says on stderr why the store failed; no password of its URL is in that. Returns: DD_EXIT_FAILED */
DdExit
dd_store_options_fail(const GError *error);
/* @json_out: whether --format asks for JSON. Returns: FALSE when it asks for something else than table and json, which is said */
bool
dd_store_options_wants_json(const DdStoreOptions *self, const char *command, bool *json_out);
/* Reads a number of a row (1 and up). Returns: FALSE when @word is none */
bool
dd_store_options_number(const char *word, int64_t *out);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdStoreOptions, dd_store_options_clear)

G_END_DECLS
