using UnionBot.Chat.Understanding;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>解决了, 部分解决, 没解决, as people say it: <c>legal-aid/solved.yaml</c>.</summary>
internal sealed class SolvedWords
{
    private readonly PhraseSet _partly;
    private readonly PhraseSet _no;
    private readonly PhraseSet _yes;
    private readonly PhraseSet _leave;

    private SolvedWords(PhraseSet yes, PhraseSet partly, PhraseSet no, PhraseSet leave) => (_yes, _partly, _no, _leave) = (yes, partly, no, leave);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static SolvedWords Load(DataFolder folder)
    {
        var sections = DataFile.Read(folder.Understanding("legal-aid", "solved.yaml")).Sections("yes", "partly", "no", "leave");
        return new SolvedWords(PhraseSet.Read(sections[0]), PhraseSet.Read(sections[1]), PhraseSet.Read(sections[2]), PhraseSet.Read(sections[3]));
    }

    /// <summary>没解决 has 解决 within: what is denied is looked for first.</summary>
    public Solved? Read(string text) =>
        _no.IsIn(text) ? Solved.No :
        _partly.IsIn(text) ? Solved.Partly :
        _yes.IsIn(text) ? Solved.Yes :
        null;

    /// <summary>Whether somebody would rather not say: 不想说, 不打.</summary>
    public bool Leaves(string text) => _leave.IsIn(text);
}
