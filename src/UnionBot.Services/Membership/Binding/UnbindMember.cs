using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Services.Membership.Binding;

/// <summary>解绑: is not the deletion of what is kept, so it is asked which is wanted. A member of staff unbinds.</summary>
internal sealed class UnbindMember(BindingWords words) : IDialog
{
    private const string DialogName = "membership/unbind";
    private const string Unbinds = $"{DialogName}:staff";
    private const string Neither = $"{DialogName}:neither";

    public string Name => DialogName;

    public Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(input.Key switch
    {
        Unbinds => Over(new UnbindingIsAskedFor()) with { Effects = [new Effect.HandOver(CaseKinds.Unbind)] },
        Neither => Over(new LeftAsItIs()),
        _ => Over(new WhichUnbinding(words.Unbinding)) with
        {
            Offers = [.. words.Unbinding.Zip((string[])[Unbinds, DeleteMyData.StoredName, Neither], (name, key) => new PushChoice(name, key))],
        },
    });

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    private static Turn Over(IReply reply) => new(new Move.Over(), [reply]);
}
