using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Parts;

/// <summary>
/// What people say on an ordinary day: every fifth message belongs to a newcomer's talk of four, in which they bind
/// themselves to the roster; the others are questions, menus, small talk and commands of a million members.
/// </summary>
/// <param name="firstNewcomer">The first who has not been bound before.</param>
internal sealed class MixedTalk(int firstNewcomer)
{
    private const int NewcomerEvery = 5;

    /// <summary>So many newcomers talk at once, each waiting for the others before the next step, so that no step overtakes its answer.</summary>
    private const int AtOnce = 512;

    private const int Steps = 4;

    private static readonly string[] Others =
        ["我的会籍", "菜单", "我的会籍", "今天天气不错", "我的会籍", "菜单", "我的会籍", "返回"];

    private int _newcomers;

    /// <summary>A new script with newcomers of its own, for so many messages.</summary>
    public Func<int, Utterance> Next(int messages)
    {
        var first = firstNewcomer + _newcomers;
        _newcomers += ((messages / (NewcomerEvery * Steps * AtOnce)) + 1) * AtOnce;
        if (first + _newcomers > Account.People + Account.Newcomers)
        {
            throw new InvalidOperationException("All newcomers are bound: run on a fresh database (another --data).");
        }

        return i => i % NewcomerEvery == 0 ? ByNewcomer(first, i / NewcomerEvery) : ByMember(i);
    }

    private static Utterance ByMember(int i) => new(Random.Shared.Next(1, Account.People + 1), Others[i % Others.Length]);

    private static Utterance ByNewcomer(int first, int number)
    {
        var (group, place) = Math.DivRem(number, AtOnce * Steps);
        var newcomer = first + (group * AtOnce) + (place % AtOnce);
        return new Utterance(newcomer, (place / AtOnce) switch
        {
            0 => "你好",
            1 => "绑定",
            2 => BindCodeRows.CodeOf(newcomer),
            _ => "我的会籍",
        });
    }
}
