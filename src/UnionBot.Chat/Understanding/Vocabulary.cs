using System.Collections.Frozen;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;

namespace UnionBot.Chat.Understanding;

/// <summary>Every word the engine knows, read once at start from <c>templates/understanding</c>.</summary>
public sealed class Vocabulary
{
    /// <summary>A message longer than this tells a story, whatever phrase is in it.</summary>
    private const int LongestWithPhrase = 30;

    private readonly WordTable<ControlWord> _controls;
    private readonly WordTable<Opening> _words;
    private readonly WordTable<Opening> _numbered;
    private readonly WordTable<Opening> _beforePhone;
    private readonly FrozenDictionary<string, Opening> _keys;
    private readonly FrozenDictionary<string, Opening> _byDialog;
    private readonly FrozenDictionary<string, Opening> _byIntent;
    private readonly IReadOnlyDictionary<Intent, Wish> _wishes;
    private readonly IReadOnlyList<string> _files;
    private readonly IReadOnlyList<OpeningEntry> _entries;
    private readonly OpeningEntry[] _withPhrases;
    private readonly OpeningEntry[] _withBeginnings;

    private Vocabulary(
        CrisisWords crisis,
        WordTable<ControlWord> controls,
        IReadOnlyDictionary<Intent, Wish> wishes,
        IReadOnlyList<string> files)
    {
        OpeningEntry[] entries = [.. files.SelectMany(file => OpeningEntry.Read(file, ServiceOf(file)))];
        (Crisis, _controls, _wishes, _files, _entries) = (crisis, controls, wishes, files, entries);
        _words = new WordTable<Opening>(Unique(entries, e => e.Words));
        _numbered = new WordTable<Opening>(Unique([.. entries.Where(e => e.TakesNumber)], e => e.Words));
        _beforePhone = new WordTable<Opening>(Unique(entries, e => e.BeforePhone));
        _keys = Unique(entries, e => e.Keys).ToFrozenDictionary(StringComparer.Ordinal);
        _byIntent = Unique(entries, e => e.Intents.Select(intent => (IntentNames.NameOf(intent), e.Node)))
            .ToFrozenDictionary(StringComparer.Ordinal);
        _byDialog = Unique(entries, e => [(e.Opening.Dialog, e.Node)]).ToFrozenDictionary(StringComparer.Ordinal);
        _withPhrases = [.. entries.Where(e => e.Phrases.Count > 0)];
        _withBeginnings = [.. entries.Where(e => e.Beginnings.Count > 0)];
        Menu = [.. entries.Select(e => e.Opening).Where(o => o.InMenu)];
    }

    /// <summary>The entries of the menu, service by service in the order given to <see cref="Load"/>.</summary>
    public IReadOnlyList<Opening> Menu { get; }

    internal CrisisWords Crisis { get; }

    /// <summary>Whether words as they were typed name a danger to life or safety, or call for help.</summary>
    public bool NamesDanger(string text)
    {
        var plain = TextNormaliser.Normalise(text);
        return (Crisis.Find(plain) ?? Crisis.FindCall(plain)) is not null;
    }

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <param name="services">
    /// The folders of the services in menu order, in kebab case; each has a file <c>understanding/openings/{service}.yaml</c>.
    /// </param>
    /// <exception cref="BrokenFileException">A file is missing or wrong, or a word opens two dialogs.</exception>
    public static Vocabulary Load(string folder, IReadOnlyList<string> services) =>
        LoadFiles(folder, services.Select(s => Path.Combine(folder, "understanding", "openings", $"{s}.yaml")));

    /// <param name="openings">One file per service, named as the service.</param>
    internal static Vocabulary LoadFiles(string folder, IEnumerable<string> openings)
    {
        var understanding = Path.Combine(folder, "understanding");
        return new Vocabulary(
            CrisisWords.Load(Path.Combine(understanding, "crisis.yaml")),
            ControlWordFile.Read(Path.Combine(understanding, "control-words.yaml")),
            WishFile.Read(Path.Combine(understanding, "wishes.yaml"), Hotlines.Load(folder)),
            [.. openings]);
    }

    /// <summary>Checks at start that data and code speak of the same dialogs.</summary>
    /// <exception cref="BrokenFileException">An entry names a dialog that does not exist, or a dialog has no entry.</exception>
    public void Check(IEnumerable<IDialog> dialogs)
    {
        var names = dialogs.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in _entries)
        {
            if (!names.Remove(entry.Opening.Dialog)) throw entry.Node.Broken($"There is no dialog '{entry.Opening.Dialog}'.");
        }

        if (names.FirstOrDefault() is not { } without) return;
        var file = _files.FirstOrDefault(file => without.StartsWith(ServiceOf(file) + "/", StringComparison.Ordinal));
        throw new BrokenFileException(file ?? _files[0], 1, $"There is no entry for the dialog '{without}'.");
    }

    /// <summary>Whether a tap on a menu entry with this key does something.</summary>
    public bool Opens(string key) => Control(key) is not null || ByKey(key) is not null;

    /// <summary>The control word that a whole phrase is; null when it is none.</summary>
    internal ControlWord? Control(string text) => _controls.TryFind(text, out var word) ? word : null;

    /// <summary>Whether a text is no more than words that open a dialog.</summary>
    internal bool IsName(string text) => _words.TryFind(text, out _);

    /// <summary>
    /// The dialog that the whole text opens, for some with a number behind it (收到 12), by a phrase within (编号18办得咋样了) or by how it begins (LA-0116-037 …).
    /// Null when it opens none.
    /// </summary>
    internal Opening? ByWords(string text)
    {
        if (_words.TryFind(text, out var opening)) return opening;

        var phrase = Phrase.Trim(text);
        var words = phrase.TrimEnd("0123456789");
        if (words.Length < phrase.Length && _numbered.TryFind(words, out opening)) return opening;

        // Phone numbers come masked: 137****5678.
        var asked = words.TrimEnd("0123456789*");
        return words.EndsWith('*') && _beforePhone.TryFind(asked, out opening) ? opening : ByPhrase(text) ?? ByBeginning(text);
    }

    /// <summary>The dialog that a menu key or a scene opens: one of its keys, or its own name.</summary>
    internal Opening? ByKey(string key) => _keys.GetValueOrDefault(key) ?? _byDialog.GetValueOrDefault(key);

    /// <summary>The dialog that helps with an intent; null when that service is not there.</summary>
    internal Opening? ByIntent(Intent intent) => _byIntent.GetValueOrDefault(IntentNames.NameOf(intent));

    /// <summary>What an intent is called and who else helps with it; null for those that are no wish, such as yes.</summary>
    internal Wish? WishOf(Intent intent) => _wishes.GetValueOrDefault(intent);

    /// <summary>What an intent is called in a sentence; null for those that are no wish.</summary>
    public string? TitleOf(Intent intent) => WishOf(intent)?.Title;

    /// <summary>What a dialog is called, which opens it too; null when it has no entry.</summary>
    public string? TitleOf(string dialog) => ByDialog(dialog)?.Title;

    internal Opening? ByDialog(string name) => _byDialog.GetValueOrDefault(name);

    private Opening? ByPhrase(string text) => text.Length > LongestWithPhrase
        ? null
        : Array.Find(_withPhrases, e => e.Phrases.Any(p => p.IsIn(text)))?.Opening;

    private Opening? ByBeginning(string text) =>
        Array.Find(_withBeginnings, e => e.Beginnings.Any(b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase)))?.Opening;

    private static string ServiceOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static Dictionary<string, Opening> Unique(
        IReadOnlyList<OpeningEntry> entries, Func<OpeningEntry, IEnumerable<(string Word, DataNode At)>> words)
    {
        var table = new Dictionary<string, Opening>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            foreach (var (word, at) in words(entry))
            {
                if (!table.TryAdd(word, entry.Opening)) throw at.Broken($"'{word}' already opens '{table[word].Dialog}'.");
            }
        }

        return table;
    }
}
