using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Lawyers;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>What lawyers do in their own chats, and what nobody else can.</summary>
public sealed class LawyerChatTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private long _zhou;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        _zhou = await _office.LawyerAsync("周静");
        await _office.BookAsync(await _office.PersonAsync("王芳"), "01-12 14:00", details: LegalOffice.Details("13812345521"));
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_lawyer_sees_the_day_with_numbers_to_call_and_nothing_of_the_matter()
    {
        Assert.Contains("绑定好了", await _office.BindLawyerAsync(_zhou, "o-zhou"), StringComparison.Ordinal);

        var day = await SaysAsync("o-zhou", "今日预约");

        Assert.Contains("1 14:00 LA-0112-001 电话 13812345521", day, StringComparison.Ordinal);
        Assert.DoesNotContain("王芳", day, StringComparison.Ordinal);
        Assert.DoesNotContain("工资", day, StringComparison.Ordinal);
        Assert.Equal(0L, await ReadingsAsync());
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'booking/phone-read'"));
        Assert.Contains("没有预约的咨询", await SaysAsync("o-zhou", "明天预约"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_is_opened_by_number_and_each_reading_is_kept_with_its_reason()
    {
        await _office.BindLawyerAsync(_zhou, "o-zhou");
        await SaysAsync("o-zhou", "今日预约");

        Assert.Contains("三个月没发工资", await SaysAsync("o-zhou", "1"), StringComparison.Ordinal);
        Assert.Contains("济南鑫源机械有限公司", await SaysAsync("o-zhou", "LA-0112-001"), StringComparison.Ordinal);

        var log = await _office.Union.AsAsync<UnionBot.Services.LegalAid.Readings.ConsultationRecords, IReadOnlyList<UnionBot.Services.LegalAid.Readings.ReadingEntry>>(
            records => records.ReadingsAsync("LA-0112-001", Ct));
        var zhou = await _office.Union.PersonAsync("o-zhou");
        Assert.Equal([(AuditActorKind.Person, zhou.Value, "承办律师查阅"), (AuditActorKind.Person, zhou.Value, "承办律师查阅")], log.Select(e => (e.By, e.ById, e.Reason)));
    }

    [Fact]
    public async Task An_outcome_in_one_message_is_read_back_before_it_is_kept()
    {
        await _office.BindLawyerAsync(_zhou, "o-zhou");

        var back = await SaysAsync("o-zhou", "LA-0112-001 咨询 代书，涉案18000元，追回12000，40分钟");

        Assert.Contains("办了：咨询、代书", back, StringComparison.Ordinal);
        Assert.Contains("涉案：18000 元", back, StringComparison.Ordinal);
        Assert.Contains("追回：12000 元", back, StringComparison.Ordinal);
        Assert.Contains("用时：40 分钟", back, StringComparison.Ordinal);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_outcome"));

        Assert.Contains("记下了", await SaysAsync("o-zhou", "1"), StringComparison.Ordinal);
        Assert.Equal(
            "3 1800000 1200000 40",
            await _database.ScalarAsync<string>("SELECT concat_ws(' ', kinds, amount_involved_fen, amount_recovered_fen, minutes) FROM legal_outcome"));
        Assert.Equal((short)BookingState.Done, await _database.ScalarAsync<short>("SELECT state FROM legal_booking"));
        Assert.Equal(0L, await ReadingsAsync());
    }

    [Fact]
    public async Task What_is_read_back_wrongly_is_written_anew()
    {
        await _office.BindLawyerAsync(_zhou, "o-zhou");
        await SaysAsync("o-zhou", "LA-0112-001 咨询，30分钟");

        Assert.Contains("咨询、代书", await SaysAsync("o-zhou", "咨询 代书，30分钟"), StringComparison.Ordinal);
        Assert.Contains("一句话写结果", await SaysAsync("o-zhou", "2"), StringComparison.Ordinal);
        Assert.Contains("用时：20 分钟", await SaysAsync("o-zhou", "咨询，20分钟"), StringComparison.Ordinal);
        await SaysAsync("o-zhou", "对");

        Assert.Equal(20, await _database.ScalarAsync<int>("SELECT minutes FROM legal_outcome"));
    }

    [Fact]
    public async Task Whoever_begins_with_a_number_means_that_consultation_whichever_is_open()
    {
        await _office.BookAsync(await _office.PersonAsync("李强"), "01-12 14:40");
        await _office.BindLawyerAsync(_zhou, "o-zhou");
        await SaysAsync("o-zhou", "LA-0112-001");

        Assert.Contains("LA-0112-002 记成这样", await SaysAsync("o-zhou", "LA-0112-002 咨询，30分钟"), StringComparison.Ordinal);
        await SaysAsync("o-zhou", "1");

        Assert.Equal(2, await _database.ScalarAsync<int>("SELECT b.number_in_day FROM legal_outcome o JOIN legal_booking b ON b.id = o.booking_id"));
    }

    [Theory]
    [InlineData("到了", BookingState.CheckedIn)]
    [InlineData("没来", BookingState.NoShow)]
    public async Task What_became_of_the_person_is_said_in_a_word(string word, BookingState state)
    {
        await _office.BindLawyerAsync(_zhou, "o-zhou");
        _office.ItBecomes("01-12 14:20");

        await SaysAsync("o-zhou", $"LA-0112-001 {word}");

        Assert.Equal((short)state, await _database.ScalarAsync<short>("SELECT state FROM legal_booking"));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action IN ('booking/checked-in', 'booking/no-show') AND actor_kind = 2"));
    }

    [Fact]
    public async Task Who_does_not_answer_twice_is_told_that_it_is_no_fault_of_theirs()
    {
        await _office.BindLawyerAsync(_zhou, "o-zhou");
        _office.ItBecomes("01-12 14:05");

        await SaysAsync("o-zhou", "LA-0112-001 没接通");
        await SaysAsync("o-zhou", "LA-0112-001 没接通");

        Assert.Equal((short)BookingState.NotAnswered, await _database.ScalarAsync<short>("SELECT state FROM legal_booking"));
        Assert.Contains("不算您爽约", (await _office.Union.ToldAsync("王芳"))[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("今日预约")]
    [InlineData("LA-0112-001")]
    [InlineData("LA-0112-001 没来")]
    [InlineData("LA-0112-001 咨询，30分钟")]
    [InlineData("日历链接")]
    public async Task Whoever_is_not_the_lawyer_is_answered_as_if_there_were_no_such_words(string words)
    {
        var li = await _office.LawyerAsync("李明");
        await _office.BindLawyerAsync(li, "o-li");
        _office.ItBecomes("01-12 14:20");

        string[] said = [await SaysAsync("王芳", words), await SaysAsync("o-stranger", words), words.StartsWith("LA", StringComparison.Ordinal) ? await SaysAsync("o-li", words) : ""];

        Assert.All(said, answer => Assert.DoesNotContain("三个月", answer, StringComparison.Ordinal));
        Assert.All(said, answer => Assert.DoesNotContain("结果", answer, StringComparison.Ordinal));
        Assert.All(said, answer => Assert.DoesNotContain("13812345521", answer, StringComparison.Ordinal));
        Assert.All(said, answer => Assert.DoesNotContain("bot.test", answer, StringComparison.Ordinal));
        Assert.Equal((short)BookingState.Booked, await _database.ScalarAsync<short>("SELECT state FROM legal_booking"));
        Assert.Equal(0L, await ReadingsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_unbound_or_has_left_opens_nothing_any_more_even_where_it_was_offered(bool isUnbound)
    {
        await _office.BindLawyerAsync(_zhou, "o-zhou");
        await SaysAsync("o-zhou", "今日预约");
        if (isUnbound) Assert.True(await _office.Union.AsAsync<LawyerRegister, bool>(r => r.UnbindAsync(_zhou, AuditActor.System, Ct)));
        else await _database.ExecuteAsync("UPDATE legal_lawyer SET is_active = false");

        string[] said = [await SaysAsync("o-zhou", "1"), await SaysAsync("o-zhou", "今日预约"), await SaysAsync("o-zhou", "LA-0112-001")];

        Assert.All(said, answer => Assert.DoesNotContain("三个月", answer, StringComparison.Ordinal));
        Assert.All(said, answer => Assert.DoesNotContain("13812345521", answer, StringComparison.Ordinal));
        Assert.Equal(0L, await ReadingsAsync());
    }

    [Fact]
    public async Task A_lawyer_books_for_themselves_like_anybody()
    {
        var li = await _office.LawyerAsync("李明");
        await _office.BindLawyerAsync(li, "o-li");
        await _office.BookAsync(await _office.Union.PersonAsync("o-li"), "01-16 14:40");

        var mine = await SaysAsync("o-li", "我的预约");

        Assert.Contains("由您办的咨询", mine, StringComparison.Ordinal);
        Assert.Contains("您约好的律师咨询", mine, StringComparison.Ordinal);
        Assert.Contains("1月16日(周五) 14:40", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_codes_close_every_open_one()
    {
        var code = await _office.Union.AsAsync<LawyerRegister, string?>(r => r.OpenCodeAsync(_zhou, AuditActor.System, Ct));
        for (var n = 0; n < LawyerChat.MostTries; n++) await SaysAsync($"o-guess-{n}", $"绑定律师 {(code == "000000" ? "111111" : "000000")}");

        Assert.Contains("绑定码不对", await SaysAsync("o-zhou", $"绑定律师 {code}"), StringComparison.Ordinal);
    }

    private Task<string> SaysAsync(string who, string words) => _office.Union.SaysAsync(who, words);

    private Task<long> ReadingsAsync() => _database.ScalarAsync<long>("SELECT count(*) FROM legal_reading");
}
